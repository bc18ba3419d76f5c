// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <imports/openhandsreader.h>
#include <imports/storedturns.h>

using namespace Decayscope;

/// The bytes cut at zeros: the state first, then the events.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto texts = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)).split('\0');
    std::vector<RawFile> files(static_cast<std::size_t>(texts.size()));
    SessionFiles session{QStringLiteral("ab"), files.data(), {}};
    for (std::size_t at = 0; at < files.size(); ++at) {
        files[at].path = at == 0 ? QStringLiteral("ab/base_state.json")
                                 : QStringLiteral("ab/events/event-%1-x.json").arg(at - 1, 5, 10, QChar(u'0'));
        files[at].bytes = texts.at(static_cast<qsizetype>(at));
        if (at > 0)
            session.events.push_back(&files[at]);
    }
    auto reading = readSession(std::move(session));
    if (!reading.events)
        return 0;
    const auto turns = openTurns(std::move(*reading.events), std::nullopt, std::move(reading.trajectory.turns));
    for (int index = 0; index < turns->count(); ++index)
        std::ignore = turns->turn(index);
    return 0;
}
