// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpusscores.h"

#include <stats/proportion.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Decayscope::Test {

namespace {

constexpr std::array kinds{ConstraintKind::Architecture, ConstraintKind::Database, ConstraintKind::Orm};

QString nameOf(ConstraintKind kind)
{
    switch (kind) {
    case ConstraintKind::Architecture:
        return u"Clean Architecture"_s;
    case ConstraintKind::Database:
        return u"database"_s;
    case ConstraintKind::Orm:
        return u"ORM"_s;
    }
    return {};
}

QString percent(double share)
{
    return QString::number(std::lround(share));
}

QString shareOf(int count, int n)
{
    const auto share = proportionOf(count, n);
    if (!share)
        return u"–"_s;
    return percent(share->share) + u" (" + percent(share->low) + u"–" + percent(share->high) + u')';
}

QString row(const QString &what, VerifierMode mode, const VerdictCounts &counts)
{
    const auto called = 2 * counts.found + counts.missed + counts.falseAlarms;
    const QStringList cells{what, verifierModeName(mode), QString::number(counts.size()),
        QString::number(counts.found + counts.missed), QString::number(counts.found), QString::number(counts.missed),
        QString::number(counts.falseAlarms), shareOf(counts.found, counts.found + counts.falseAlarms),
        shareOf(counts.found, counts.found + counts.missed),
        called == 0 ? u"–"_s : percent(100.0 * 2 * counts.found / called),
        shareOf(counts.found + counts.clear, counts.size())};
    return u"| " + cells.join(u" | ") + u" |";
}

} // namespace

void VerdictCounts::add(bool isViolated, bool isCalledViolated)
{
    if (isViolated)
        ++(isCalledViolated ? found : missed);
    else
        ++(isCalledViolated ? falseAlarms : clear);
}

VerdictCounts &VerdictCounts::operator+=(const VerdictCounts &other)
{
    found += other.found;
    missed += other.missed;
    falseAlarms += other.falseAlarms;
    clear += other.clear;
    return *this;
}

QStringList tableRows(const std::map<VerifierMode, KindCounts> &counts)
{
    QStringList rows;
    for (const auto kind : kinds) {
        for (const auto &[mode, ofKinds] : counts)
            rows.append(row(nameOf(kind), mode, ofKinds.at(kind)));
    }
    for (const auto &[mode, ofKinds] : counts) {
        VerdictCounts all;
        for (const auto &[kind, ofKind] : ofKinds)
            all += ofKind;
        rows.append(row(u"all"_s, mode, all));
    }
    return rows;
}

} // namespace Decayscope::Test
