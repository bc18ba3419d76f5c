// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltext.h"

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr QChar dash{0x2013};
constexpr qsizetype shownNames = 3;
constexpr int coefficientDecimals = 3;

QString rounded(double number, int decimals)
{
    const auto text = QString::number(number, 'f', decimals);
    const auto isNegativeZero
        = text.startsWith(u'-') && std::ranges::none_of(text, [](QChar c) { return c >= u'1' && c <= u'9'; });
    return isNegativeZero ? text.sliced(1) : text;
}

QString numberText(double number, CellKind kind, int decimals)
{
    switch (kind) {
    case CellKind::Points:
        return (number > 0 ? QStringLiteral("+") : QString()) + rounded(number, decimals);
    case CellKind::PValue:
        return number < 0.001 ? QStringLiteral("<0.001") : rounded(number, coefficientDecimals);
    case CellKind::Coefficient:
        return rounded(number, coefficientDecimals);
    case CellKind::Text:
    case CellKind::Count:
    case CellKind::Percent:
    case CellKind::Number:
        break;
    }
    return rounded(number, decimals);
}

QString listText(const QString &list)
{
    const auto names = list.split(listSeparator, Qt::SkipEmptyParts);
    if (names.size() <= shownNames)
        return names.join(listSeparator);
    return names.first(shownNames).join(listSeparator) % u" and " % QString::number(names.size() - shownNames)
        % u" more";
}

std::optional<double> numberIn(const TableSpec &table, const TableRow &row, const QString &key)
{
    const auto column = key.isEmpty() ? std::nullopt : table.columnOf(key);
    const auto *number = column ? std::get_if<double>(&row.cells[*column]) : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

QString intervalText(const TableSpec &table, const TableRow &row, const TableColumn &column)
{
    auto low = numberIn(table, row, column.lowKey);
    auto high = numberIn(table, row, column.highKey);
    if (!low || !high)
        return {};
    if (column.kind == CellKind::Percent) {
        low = std::clamp(*low, 0.0, 100.0);
        high = std::clamp(*high, 0.0, 100.0);
    }
    return u" [" % cellText(*low, column.kind) % u", " % cellText(*high, column.kind) % u']';
}

QString shownCell(const TableSpec &table, const TableRow &row, std::size_t index)
{
    const auto &column = table.columns[index];
    const auto &cell = row.cells[index];
    if (const auto *text = std::get_if<QString>(&cell); text && column.isList)
        return listText(*text);
    return cellText(cell, column.kind) + intervalText(table, row, column);
}

/// The column whose text carries a row's mark: the last of its name.
std::optional<std::size_t> markedColumn(const TableSpec &table)
{
    const auto model = table.columnOf(u"model");
    return model || table.columns.empty() ? model : std::optional<std::size_t>(0);
}

QStringList shownRow(const TableSpec &table, const TableRow &row)
{
    const auto marked = markedColumn(table);
    QStringList cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].forPeople)
            cells << shownCell(table, row, i) + (marked == i ? row.mark : QString());
    }
    return cells;
}

QStringList fieldLines(const TableSpec &table)
{
    QStringList lines;
    QString group;
    for (const auto &field : table.fields) {
        const QString words = field.title % u' ' % cellText(field.value, field.kind, field.decimals);
        if (lines.isEmpty() || field.group != group)
            lines << (field.group.isEmpty() ? words
                                            : QString(QString(field.group).replace(u'_', u' ') % u": " % words));
        else
            lines.last() += u", " + words;
        group = field.group;
    }
    return lines;
}

} // namespace

QString cellText(const Cell &cell, CellKind kind, int decimals)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return *text;
    if (const auto *count = std::get_if<qint64>(&cell))
        return QString::number(*count);
    const auto *number = std::get_if<double>(&cell);
    return number && std::isfinite(*number) ? numberText(*number, kind, decimals) : QString(dash);
}

ShownTable shownTable(const TableSpec &table)
{
    ShownTable shown;
    for (const auto &column : table.columns) {
        if (!column.forPeople)
            continue;
        shown.titles << column.title;
        shown.isText.push_back(column.kind == CellKind::Text);
    }
    for (const auto &row : table.rows)
        shown.rows.push_back(shownRow(table, row));
    shown.fieldLines = fieldLines(table);
    return shown;
}

} // namespace Decayscope
