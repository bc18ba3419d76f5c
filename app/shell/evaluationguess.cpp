// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationguess.h"

#include <QDir>
#include <QFileInfo>
#include <QStringList>

namespace Decayscope {

namespace {

/// The task a name ends with, behind "-" or alone; the longest one where several fit.
const TaskSpec *taskAtEnd(const std::vector<TaskSpec> &tasks, QStringView name)
{
    const TaskSpec *best = nullptr;
    for (const auto &task : tasks) {
        const bool isAtEnd = name.endsWith(task.name)
            && (name.size() == task.name.size() || name[name.size() - task.name.size() - 1] == u'-');
        if (isAtEnd && (!best || task.name.size() > best->name.size()))
            best = &task;
    }
    return best;
}

/// The scaffold and the model above the folder of a task, where the runtime stands above them.
std::optional<Configuration> configurationAbove(const QStringList &folders, qsizetype task, const TaskSpec &spec)
{
    if (task < 3 || folders[task - 3] != spec.runtime)
        return {};
    return Configuration{.scaffold = folders[task - 2], .model = folders[task - 1]};
}

} // namespace

EvaluationGuess guessFromPath(const QString &path, const std::vector<TaskSpec> &tasks)
{
    const auto parts = QDir::fromNativeSeparators(path).split(u'/', Qt::SkipEmptyParts);
    EvaluationGuess guess;
    for (auto at = parts.size() - 1; at >= 0 && !guess.configuration; --at) {
        const bool isPatch = at == parts.size() - 1
            && (parts[at].endsWith(u".patch", Qt::CaseInsensitive)
                || parts[at].endsWith(u".diff", Qt::CaseInsensitive));
        const auto name = isPatch ? QFileInfo(parts[at]).completeBaseName() : parts[at];
        const auto *task = taskAtEnd(tasks, name);
        if (!task || (guess.task && guess.task->name != task->name))
            continue;
        guess.task = *task;
        guess.configuration = configurationAbove(parts, at, *task);
    }
    return guess;
}

} // namespace Decayscope
