// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanchecks.h"

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr qsizetype longestShown = 60;

QString variableIn(const PostmanCondition &condition)
{
    return condition.check.value.toString().chopped(2).mid(2);
}

} // namespace

PostmanReading<> PostmanChecks::add(const QString &name, const std::vector<PostmanCondition> &conditions, int line)
{
    auto asked = check(name, conditions, line);
    if (!asked)
        return std::unexpected(asked.error());
    m_script.checks.push_back(std::move(*asked));
    return {};
}

PostmanReading<> PostmanChecks::set(const QString &name, const std::vector<PostmanCondition> &conditions, int line)
{
    const auto place = m_places.constFind(name);
    if (place == m_places.constEnd()) {
        m_places.insert(name, qsizetype(count()));
        return add(name, conditions, line);
    }
    auto asked = check(name, conditions, line);
    if (!asked)
        return std::unexpected(asked.error());
    m_script.checks.at(size_t(*place)) = std::move(*asked);
    return {};
}

PostmanReading<> PostmanChecks::number(size_t before, const QString &name, int line)
{
    const size_t added = count() - before;
    if (added == 0)
        return postmanRefusal(line, u"has the test \"%1\", which checks nothing"_s.arg(name.left(longestShown)));
    for (size_t i = 0; added > 1 && i < added; ++i)
        m_script.checks.at(before + i).name += u" (%1)"_s.arg(i + 1);
    return {};
}

void PostmanChecks::capture(const QString &variable, const QString &path, bool isGuarded)
{
    m_captured.insert(variable, path);
    // Postman sets what is missing too, and prints it as null.
    const auto missing = isGuarded ? std::nullopt : std::optional(u"null"_s);
    m_script.captures.push_back({.variable = variable, .from = path, .missing = missing});
}

PostmanReading<SuiteCheck> PostmanChecks::check(
    const QString &name, const std::vector<PostmanCondition> &conditions, int line) const
{
    SuiteCheck check;
    if (conditions.size() == 2 && isCapture(conditions.front(), conditions.back())) {
        check.kind = CheckKind::Captured;
        check.variable = variableIn(conditions.back());
    } else if (conditions.size() != 1) {
        return postmanRefusal(line, u"checks several things under the one name \"%1\""_s.arg(name.left(longestShown)));
    } else if (conditions.front().isTruthOnly) {
        return postmanRefusal(line,
            u"checks in \"%1\" only whether a value is true in some way, which this program does not check"_s.arg(
                name.left(longestShown)));
    } else {
        check = conditions.front().check;
    }
    check.name = name;
    return check;
}

/// Whether it says that a value is there and a variable has it, which this script gave it before.
bool PostmanChecks::isCapture(const PostmanCondition &truth, const PostmanCondition &equality) const
{
    const bool isSameThere = truth.isTruthOnly && equality.check.kind == CheckKind::Equal
        && equality.check.at == truth.check.at && equality.check.value.toString().startsWith(u"{{");
    return isSameThere && m_captured.value(variableIn(equality)) == equality.check.at;
}

} // namespace Decayscope
