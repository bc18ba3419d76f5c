// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <imports/openhandsreader.h>
#include <imports/storedturns.h>

using namespace Decayscope;

/// The bytes as the state of a conversation with one event.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    RawFile state;
    state.path = QStringLiteral("ab/base_state.json");
    state.bytes = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    RawFile event;
    event.path = QStringLiteral("ab/events/event-00000-x.json");
    event.bytes
        = R"({"kind":"MessageEvent","source":"user","llm_response_id":"r","llm_message":{"role":"user","content":[]}})";
    auto session = readSession({QStringLiteral("ab"), &state, {&event}});
    if (!session.events)
        return 0;
    Document document{DocumentKind::TrajectoryState, state.path, state.bytes, {}};
    const auto turns = openTurns(std::move(*session.events), std::move(document), std::move(session.trajectory.turns));
    for (int index = 0; index < turns->count(); ++index)
        std::ignore = turns->turn(index);
    return 0;
}
