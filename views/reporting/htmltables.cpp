// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "htmltables.h"

#include "reportwords.h"

#include <figures/celltext.h>
#include <figures/writers.h>
#include <report/htmltext.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t mostNames = 2; ///< Heads of a row: more are read out again and again.
constexpr qsizetype shortName = 28; ///< Characters; names up to it are not broken.
constexpr std::ptrdiff_t fewIntervals = 2; ///< Columns with intervals beside their values, not below.

QString contentOf(const ShownCell &cell, bool isText)
{
    const auto safe = [isText](const QString &part) { return htmlText(isText ? part : withMinus(part)); };
    QString html = safe(cell.value);
    if (!cell.mark.isEmpty())
        html += u"<sup>" % htmlText(cell.mark) % u"</sup>";
    if (!cell.interval.isEmpty())
        html += u" <span class=\"interval\">" % safe(cell.interval) % u"</span>";
    return html;
}

/// The text columns before the first number name their row.
std::size_t namingColumns(const ShownTable &shown)
{
    std::size_t count = 0;
    while (count < shown.columns.size() && shown.columns[count].isText)
        ++count;
    return count;
}

bool hasFewIntervals(const ShownTable &shown)
{
    if (shown.rows.empty())
        return true;
    return std::ranges::count_if(shown.rows.front(), [](const ShownCell &cell) { return !cell.interval.isEmpty(); })
        <= fewIntervals;
}

QString headOf(const ShownTable &shown)
{
    QString cells;
    for (const auto &column : shown.columns)
        cells += (column.isText ? u"<th scope=\"col\">"_s : u"<th scope=\"col\" class=\"n\">"_s)
            % htmlText(column.title) % u"</th>";
    return u"<thead><tr>" % cells % u"</tr></thead>\n";
}

QString rowOf(const ShownTable &shown, const std::vector<ShownCell> &row, std::size_t naming)
{
    QString cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool isText = shown.columns[i].isText;
        const auto content = contentOf(row[i], isText);
        if (i < naming && i < mostNames)
            cells += (row[i].value.size() <= shortName ? u"<th scope=\"row\" class=\"k\">"_s : u"<th scope=\"row\">"_s)
                % content % u"</th>";
        else
            cells += (isText ? u"<td>"_s : u"<td class=\"n\">"_s) % content % u"</td>";
    }
    return u"<tr>" % cells % u"</tr>\n";
}

} // namespace

QString htmlTableBox(const TableSpec &table, const QString &name)
{
    const auto shown = shownTable(table);
    const auto naming = namingColumns(shown);
    QString html = u"<div class=\"box\" tabindex=\"0\" role=\"region\" aria-label=\"" + htmlText(name)
        + (hasFewIntervals(shown) ? u"\"><table class=\"beside-values\">\n"_s : u"\"><table>\n"_s) + headOf(shown)
        + u"<tbody>\n";
    for (const auto &row : shown.rows)
        html += rowOf(shown, row, naming);
    return html + u"</tbody></table></div>\n";
}

QString htmlTableNotes(const TableSpec &table)
{
    const auto shown = shownTable(table);
    QString html;
    for (const auto &line : shown.fieldLines)
        html += u"<p class=\"beside\">" + htmlText(printedSentence(line)) + u"</p>\n";
    if (shown.notes.isEmpty())
        return html;
    html += u"<p class=\"note\">" + htmlText(printedSentence(shown.notes.first())) + u"</p>\n";
    if (shown.notes.size() == 1)
        return html;
    html += u"<details><summary>More on these numbers</summary><ul class=\"note\">\n";
    for (const auto &note : shown.notes.sliced(1))
        html += u"<li>" + htmlText(printedSentence(note)) + u"</li>\n";
    return html + u"</ul></details>\n";
}

} // namespace Decayscope
