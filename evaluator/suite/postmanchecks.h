// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postmanscript.h"
#include "postmanvalue.h"

namespace Decayscope {

/// What a test script has asked for so far.
class PostmanChecks
{
public:
    [[nodiscard]] size_t count() const { return m_script.checks.size(); }

    /// Adds the check that asks whether all conditions hold. Refuses what no one check can ask.
    [[nodiscard]] PostmanReading<> add(const QString &name, const std::vector<PostmanCondition> &conditions, int line);

    /// As add(), but of one name the last counts, at the place of the first.
    [[nodiscard]] PostmanReading<> set(const QString &name, const std::vector<PostmanCondition> &conditions, int line);

    /// Numbers the checks from `before` on where they are several. Refuses a test of none.
    [[nodiscard]] PostmanReading<> number(size_t before, const QString &name, int line);

    /// Takes a variable from the answer; where nothing is there, `isGuarded` leaves it as it was.
    void capture(const QString &variable, const QString &path, bool isGuarded);

    [[nodiscard]] PostmanScript takeScript() { return std::move(m_script); }

private:
    [[nodiscard]] PostmanReading<SuiteCheck> check(
        const QString &name, const std::vector<PostmanCondition> &conditions, int line) const;
    [[nodiscard]] bool isCapture(const PostmanCondition &truth, const PostmanCondition &equality) const;

    PostmanScript m_script;
    QHash<QString, qsizetype> m_places; ///< Of the checks made by set().
    QHash<QString, QString> m_captured; ///< Variable → path.
};

} // namespace Decayscope
