// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <imports/openhandsreader.h>
#include <imports/storedturns.h>

using namespace Decayscope;

/// The bytes as the only event of a conversation.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    RawFile event;
    event.path = QStringLiteral("ab/events/event-00000-x.json");
    event.bytes = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    auto session = readSession({QStringLiteral("ab"), nullptr, {&event}});
    if (!session.events)
        return -1;
    const auto turns = openTurns(std::move(*session.events), std::nullopt, std::move(session.trajectory.turns));
    for (int index = 0; index < turns->count(); ++index)
        std::ignore = turns->turn(index);
    return 0;
}
