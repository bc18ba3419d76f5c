// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcatalog.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr QLatin1StringView runPrefix{"run_"};
constexpr qsizetype levelsAboveRun = 5; // runtime, scaffold, model, task, date

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The study names date folders by `%Y-%m-%dT%H-%M-%S`; the day is enough here.
bool startsWithDay(QStringView name)
{
    static constexpr QStringView shape{u"dddd-dd-dd"};
    return name.size() >= shape.size()
        && std::ranges::equal(shape, name.first(shape.size()),
            [](QChar want, QChar have) { return want == u'd' ? isDigit(have) : have == want; });
}

Result<RunKey> keyOf(const QStringList &folders)
{
    if (folders.size() <= levelsAboveRun)
        return failure(ErrorKind::InvalidInput, expectedLayout());
    const auto above = folders.size() - 1 - levelsAboveRun;
    bool fits = false;
    RunKey key{.runtime = folders[above],
        .configuration = {.scaffold = folders[above + 1], .model = folders[above + 2]},
        .task = folders[above + 3],
        .date = folders[above + 4],
        .trial = folders.constLast().sliced(runPrefix.size()).toInt(&fits)};
    if (!fits)
        return failure(ErrorKind::InvalidInput, QStringLiteral("The number of the run is too large."));
    if (!startsWithDay(key.date)) {
        return failure(ErrorKind::InvalidInput,
            QStringLiteral("The folder \"%1\" above it is no date such as 2026-04-01T12-00-00. %2")
                .arg(key.date, expectedLayout()));
    }
    return key;
}

QString placeName(const RunKey &key)
{
    const QStringList names{key.runtime, key.configuration.scaffold, key.configuration.model, key.task, key.date,
        QString::number(key.trial)};
    return names.join(u'/');
}

} // namespace

QString expectedLayout()
{
    return QStringLiteral("Runs are expected in folders runtime/agent/model/task/date/run_N, such as "
                          "uv/mini_swe_sdk/gpt-5-mini/flask-openapi-sqlite/2026-04-01T12-00-00/run_0.");
}

bool isRunFolderName(QStringView name)
{
    return name.size() > runPrefix.size() && name.startsWith(runPrefix)
        && std::ranges::all_of(name.sliced(runPrefix.size()), isDigit);
}

std::optional<std::size_t> RunCatalog::add(const QStringList &folders, const QString &origin)
{
    m_sawRunFolder = true;
    auto key = keyOf(folders);
    if (!key) {
        refuse(origin, key.error().message);
        return {};
    }
    auto task = taskFromFolder(key->runtime, key->task);
    if (!task) {
        refuse(origin, task.error().message);
        return {};
    }
    const auto place = placeName(*key);
    if (const auto earlier = m_indexOfPlace.constFind(place); earlier != m_indexOfPlace.cend()) {
        refuse(origin, QStringLiteral("It is the same run as \"%1\", which was taken.").arg(m_runs[*earlier].origin));
        return {};
    }
    m_indexOfPlace.insert(place, m_runs.size());
    m_runs.push_back({.key = std::move(*key), .task = std::move(*task), .origin = origin, .load = {}});
    return m_runs.size() - 1;
}

void RunCatalog::sort()
{
    std::ranges::sort(m_runs, {}, &PendingRun::key);
    m_indexOfPlace.clear();
}

} // namespace Decayscope
