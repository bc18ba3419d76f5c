// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runnaming.h"

#include <algorithm>
#include <set>

namespace Decayscope {

QString dateFolderName(const QDateTime &time)
{
    return time.toString(QStringLiteral("yyyy-MM-ddTHH-mm-ss"));
}

RunKey nextRunKey(std::span<const Run> runs, const Configuration &configuration, const TaskSpec &task,
    const std::optional<int> &trial, const QDateTime &now)
{
    RunKey key{.runtime = task.runtime, .configuration = configuration, .task = task.name, .date = {}, .trial = 0};
    std::set<int> taken;
    for (const auto &run : runs) {
        if (run.key.runtime != key.runtime || run.key.task != key.task || run.key.configuration != configuration)
            continue;
        if (run.key.date > key.date) {
            key.date = run.key.date;
            taken.clear();
        }
        if (run.key.date == key.date)
            taken.insert(run.key.trial);
    }
    if (key.date.isEmpty())
        key.date = dateFolderName(now);
    while (taken.contains(key.trial))
        ++key.trial;
    key.trial = trial.value_or(key.trial);
    return key;
}

} // namespace Decayscope
