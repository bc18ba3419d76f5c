// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "latexcolumns.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype wideText = 34; ///< Characters from which a column of text becomes a paragraph.

/// "+2.1" for numbers that take up to two digits before and one behind the dot, some with a sign.
QString numberFormat(const ShownTable &shown, std::size_t column)
{
    qsizetype whole = 0;
    qsizetype fraction = 0;
    QString sign;
    for (const auto &row : shown.rows) {
        auto number = row[column].value;
        if (!isLatexNumber(number))
            continue;
        const auto first = number.front();
        if (first == u'-' || first == u'+') {
            sign = sign == u"+" ? sign : QString(first);
            number.remove(0, 1);
        }
        whole = std::max(whole, number.section(u'.', 0, 0).size());
        fraction = std::max(fraction, number.section(u'.', 1).size());
    }
    return whole == 0 ? QString() : QString(sign % QString::number(whole) % u'.' % QString::number(fraction));
}

LatexColumn latexColumn(const ShownTable &shown, std::size_t index, bool siunitx)
{
    LatexColumn column{.title = shown.columns[index].title,
        .group = {},
        .isText = shown.columns[index].isText,
        .format = {},
        .characters = 0};
    qsizetype widestCell = 0;
    for (const auto &row : shown.rows) {
        widestCell = std::max(widestCell, row[index].text().size());
        column.hasInterval |= !row[index].interval.isEmpty();
        column.hasBest |= row[index].isBest;
    }
    column.characters = widestCell;
    column.isParagraph = column.isText && widestCell > wideText;
    if (column.isParagraph)
        column.characters = wideText;
    column.format = siunitx && !column.isText ? numberFormat(shown, index) : QString();
    column.isAligned = !column.format.isEmpty();
    column.hasInterval &= column.isAligned;
    return column;
}

/// Neighbours whose titles have the same part, the first of two words or the last, stand under that part.
void groupBy(std::vector<LatexColumn> &columns, int section)
{
    const auto part = [section](const LatexColumn &column) {
        const bool isFree = column.group.isEmpty() && column.title.count(u' ') == 1;
        return isFree ? column.title.section(u' ', section, section) : QString();
    };
    for (std::size_t first = 0; first < columns.size();) {
        const auto group = part(columns[first]);
        auto last = first + 1;
        while (!group.isEmpty() && last < columns.size() && part(columns[last]) == group)
            ++last;
        for (auto i = first; last - first > 1 && i < last; ++i) {
            columns[i].title = columns[i].title.section(u' ', 1 - section, 1 - section);
            columns[i].group = group;
        }
        first = last;
    }
}

} // namespace

bool isLatexNumber(const QString &text)
{
    const auto isPart = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; };
    const auto digits
        = text.startsWith(u'-') || text.startsWith(u'+') ? QStringView(text).sliced(1) : QStringView(text);
    return !digits.isEmpty() && std::ranges::all_of(digits, isPart) && digits.count(u'.') <= 1;
}

std::vector<LatexColumn> latexColumns(const ShownTable &shown, bool siunitx)
{
    std::vector<LatexColumn> columns;
    columns.reserve(shown.columns.size());
    for (std::size_t i = 0; i < shown.columns.size(); ++i)
        columns.push_back(latexColumn(shown, i, siunitx));
    groupBy(columns, 0);
    groupBy(columns, 1);
    for (auto &column : columns)
        column.characters = std::max(column.characters, column.title.size());
    return columns;
}

} // namespace Decayscope
