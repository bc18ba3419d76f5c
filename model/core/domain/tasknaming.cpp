// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tasknaming.h"

#include <algorithm>

namespace Decayscope {

namespace {

std::unexpected<Error> noSuchTask(const QString &text)
{
    return failure(ErrorKind::InvalidInput,
        QStringLiteral(
            "\"%1\" is no task. Expected is one like \"flask-openapi-sqlite-sqlalchemy\", with "
            "\"unconstrained\" for no constraints, or a feature task like \"express/hard-focused-task-001\".")
            .arg(text));
}

Result<TaskSpec> generationTaskNamed(const QString &text)
{
    auto tasks = generationTasks();
    const auto found = std::ranges::find(tasks, text, &TaskSpec::name);
    if (found == tasks.end())
        return noSuchTask(text);
    return std::move(*found);
}

} // namespace

Result<TaskSpec> taskFromText(const QString &text)
{
    const auto parts = text.trimmed().split(u'/');
    if (parts.size() == 1)
        return generationTaskNamed(parts.front());
    if (parts.size() != 2 || parts.front().isEmpty() || parts.back().isEmpty())
        return noSuchTask(text);
    if (frameworksOf(parts.front()).isEmpty())
        return taskFromFolder(parts.front(), parts.back());
    auto task = generationTaskNamed(parts.back());
    if (task && task->runtime != parts.front())
        return noSuchTask(text);
    return task;
}

} // namespace Decayscope
