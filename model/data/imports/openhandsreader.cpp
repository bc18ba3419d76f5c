// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openhandsreader.h"

#include "jsonparser.h"
#include "openhandsevent.h"
#include "openhandsstate.h"
#include "runfiles.h"

#include <algorithm>

namespace Decayscope {

namespace {

qint64 indexOf(const RawFile &file)
{
    return eventIndex(QStringView(file.path).sliced(file.path.lastIndexOf(u'/') + 1)).value_or(0);
}

Termination terminationOf(const SessionState &state, bool finishedLast)
{
    if (!state.isJson)
        return Termination::NoTrajectory;
    if (finishedLast)
        return Termination::Submitted;
    if (state.status == QLatin1StringView("error"))
        return Termination::Error;
    for (const auto *status : {"running", "stuck", "idle", "finished"}) {
        if (state.status == QLatin1StringView(status))
            return Termination::LimitsExceeded;
    }
    return Termination::Unknown;
}

class SessionReader
{
public:
    explicit SessionReader(SessionFiles files)
        : m_files(std::move(files))
    { }

    SessionReading run();

private:
    void sortEvents();
    void joinEvents();
    void readEvents();
    void readState();
    void warn(const QString &path, const QString &reason) { m_reading.trajectory.warnings.push_back({path, reason}); }

    SessionFiles m_files;
    SessionReading m_reading;
    JsonParser m_parser;
    bool m_finishedLast = false;
};

SessionReading SessionReader::run()
{
    sortEvents();
    if (m_files.events.empty()) {
        warn(m_files.folder, QStringLiteral("The conversation has no events."));
    } else {
        joinEvents();
        readEvents();
    }
    readState();
    return std::move(m_reading);
}

void SessionReader::sortEvents()
{
    std::ranges::sort(m_files.events, [](const RawFile *a, const RawFile *b) {
        const auto first = indexOf(*a);
        const auto second = indexOf(*b);
        return first != second ? first < second : a->path < b->path;
    });
    qint64 expected = 0;
    for (const auto *file : m_files.events) {
        const auto index = indexOf(*file);
        if (index != expected) {
            warn(file->path,
                index < expected ? QStringLiteral("Its number occurs twice among the events.")
                                 : QStringLiteral("Event %1 is missing before it; the events after the gap are read.")
                                       .arg(expected));
            return;
        }
        ++expected;
    }
}

void SessionReader::joinEvents()
{
    qsizetype size = 0;
    for (const auto *file : m_files.events)
        size += file->bytes.size();
    Document events{.kind = DocumentKind::TrajectoryEvents,
        .path = m_files.folder + QLatin1StringView("/events"),
        .bytes = roomFor(size),
        .parts = {}};
    events.parts.reserve(m_files.events.size());
    for (const auto *file : m_files.events) {
        events.parts.push_back({.path = file->path, .offset = events.bytes.size(), .length = file->bytes.size()});
        events.bytes.append(file->bytes);
    }
    m_reading.events = std::move(events);
}

void SessionReader::readEvents()
{
    auto &turns = m_reading.trajectory.turns;
    turns.reserve(m_reading.events->parts.size());
    int damaged = 0;
    QString firstDamaged;
    for (const auto &part : m_reading.events->parts) {
        const auto raw = QByteArrayView(m_reading.events->bytes).sliced(part.offset, part.length);
        auto event = readEvent(raw, m_parser);
        if (!event.isJson && damaged++ == 0)
            firstDamaged = part.path;
        m_finishedLast = event.isFinish && event.isJson;
        turns.push_back({.index = static_cast<int>(turns.size()),
            .role = event.role,
            .text = std::move(event.text),
            .offset = part.offset,
            .length = part.length});
    }
    if (damaged > 0)
        warn(firstDamaged,
            QStringLiteral("It is cut or damaged, as %1 of %2 events are.").arg(damaged).arg(turns.size()));
}

void SessionReader::readState()
{
    auto &trajectory = m_reading.trajectory;
    if (!m_files.state) {
        warn(m_files.folder, QStringLiteral("The conversation has no base_state.json: it counts as no trajectory."));
        return;
    }
    const auto state = readSessionState(m_files.state->bytes, m_parser);
    if (!state.isJson)
        warn(m_files.state->path,
            QStringLiteral(
                "It is cut or damaged: the run counts as one without trajectory, and its tokens are unknown."));
    trajectory.termination = terminationOf(state, m_finishedLast);
    trajectory.tokens = state.tokens;
    trajectory.allTokens = state.allTokens;
}

} // namespace

SessionReading readSession(SessionFiles files)
{
    return SessionReader(std::move(files)).run();
}

} // namespace Decayscope
