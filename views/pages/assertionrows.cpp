// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assertionrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace Decayscope {

namespace {

QString textAt(const TableSpec &table, std::size_t row, QStringView key)
{
    const auto column = table.columnOf(key);
    const auto *text = column ? std::get_if<QString>(&table.rows[row].cells[*column]) : nullptr;
    return text ? *text : QString();
}

bool gotWorse(const TableSpec &table, std::size_t row)
{
    const auto change = textAt(table, row, u"change");
    return change == worseWord || change == newFailureWord;
}

bool mentionsAll(const QString &text, const QString &words)
{
    return std::ranges::all_of(QStringView(words).split(u' ', Qt::SkipEmptyParts),
        [&](QStringView word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool isChosen(const TableSpec &table, std::size_t row, const AssertionChoice &choice)
{
    if (choice.onlyWorse && !gotWorse(table, row))
        return false;
    return mentionsAll(textAt(table, row, u"request") % u' ' % textAt(table, row, u"assertion"), choice.words);
}

QString countsOf(const TableSpec &table)
{
    int worse = 0;
    int newFailures = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        worse += gotWorse(table, row) ? 1 : 0;
        newFailures += textAt(table, row, u"change") == newFailureWord ? 1 : 0;
    }
    if (table.rows.empty())
        return {};
    return QCoreApplication::translate(
        "Decayscope::SidesPage", "%1 assertions, %2 got worse, of these %3 never failed on A")
        .arg(table.rows.size())
        .arg(worse)
        .arg(newFailures);
}

} // namespace

AssertionRows chosenAssertions(const SideComparison &comparison, const AssertionChoice &choice)
{
    const auto &all = comparison.assertions;
    AssertionRows chosen{.table = all, .leftFailures = {}, .words = countsOf(all)};
    chosen.table.rows.clear();
    for (std::size_t row = 0; row < all.rows.size(); ++row) {
        if (!isChosen(all, row, choice))
            continue;
        chosen.table.rows.push_back(all.rows[row]);
        chosen.leftFailures.push_back(comparison.leftFailures[row]);
    }
    if (chosen.table.rows.size() < all.rows.size())
        chosen.table.notes << QCoreApplication::translate(
            "Decayscope::SidesPage", "%1 of %2 assertions are shown; p-values are adjusted over all.")
                                  .arg(chosen.table.rows.size())
                                  .arg(all.rows.size());
    return chosen;
}

} // namespace Decayscope
