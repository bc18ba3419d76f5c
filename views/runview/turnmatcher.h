// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

#include <vector>

namespace Decayscope {

struct FindQuery
{
    QString pattern;
    bool isRegularExpression = false;
    bool isCaseSensitive = false;

    bool operator==(const FindQuery &) const = default;
};

struct RowMatch
{
    qsizetype offset = 0;
    qsizetype length = 0;

    bool operator==(const RowMatch &) const = default;
};

/// Finds a text or regular expression in single rows. May be used from one thread at a time.
class TurnMatcher
{
public:
    explicit TurnMatcher(const FindQuery &query);

    /// Why the expression cannot be used, in a sentence; empty where it can.
    [[nodiscard]] QString problem() const;

    /// Adds at most `most` matches that are not empty. False where the expression needs more steps than it may take.
    bool find(QStringView row, size_t most, std::vector<RowMatch> &matches) const;

    /// False only where no text that these JSON bytes spell can hold a match. Always true for regular expressions.
    [[nodiscard]] bool mayBeIn(const QByteArray &raw) const;

private:
    FindQuery m_query;
    QRegularExpression m_expression;
    QByteArray m_core; ///< Letters and digits of the pattern, which JSON spells as they are.
};

} // namespace Decayscope
