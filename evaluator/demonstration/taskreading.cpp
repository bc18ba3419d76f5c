// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskreading.h"

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// What stands between a line's beginning and two stars; the first such line counts.
QString emphasized(const QString &text, const QString &beginning)
{
    const QString mark = u"\n- "_s + beginning + u": **"_s;
    const auto from = text.indexOf(mark);
    if (from < 0)
        return {};
    const auto start = from + mark.size();
    const auto end = text.indexOf(u"**"_s, start);
    return end < 0 ? QString() : text.sliced(start, end - start);
}

ConstraintSet constraintsIn(const QString &text)
{
    ConstraintSet constraints;
    for (const auto *beginning : {"Structure", "Storage", "Access to the database"}) {
        const auto title = emphasized(text, QLatin1StringView(beginning));
        for (const auto constraint : allConstraints)
            if (constraintTitle(constraint) == title)
                constraints = constraints.with(constraint);
    }
    return constraints;
}

} // namespace

std::optional<TaskSpec> taskInText(const QString &text)
{
    const auto name = generationTaskName(emphasized(text, u"Web framework"_s), constraintsIn(text));
    const auto tasks = generationTasks();
    const auto found = std::ranges::find(tasks, name, &TaskSpec::name);
    if (found == tasks.end() || !text.contains(u"# RealWorld Conduit: "_s))
        return std::nullopt;
    return *found;
}

} // namespace Decayscope
