// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltext.h"

#include "tablenotes.h"

#include <algorithm>
#include <cmath>
#include <span>

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

std::optional<double> numberOf(const Cell &cell)
{
    if (const auto *count = std::get_if<qint64>(&cell))
        return static_cast<double>(*count);
    const auto *number = std::get_if<double>(&cell);
    return number && std::isfinite(*number) ? std::optional(*number) : std::nullopt;
}

std::optional<double> numberIn(const TableSpec &table, const TableRow &row, const QString &key)
{
    const auto column = key.isEmpty() ? std::nullopt : table.columnOf(key);
    return column ? numberOf(row.cells[*column]) : std::nullopt;
}

QString bracketsOf(const TableSpec &table, const TableRow &row, const TableColumn &column)
{
    auto low = numberIn(table, row, column.lowKey);
    auto high = numberIn(table, row, column.highKey);
    if (!low || !high)
        return {};
    if (column.kind == CellKind::Percent || column.kind == CellKind::Points) {
        const double least = column.kind == CellKind::Percent ? 0 : -100;
        low = std::clamp(*low, least, 100.0);
        high = std::clamp(*high, least, 100.0);
    }
    return u'[' % cellText(*low, column.kind, column.decimals) % u", " % cellText(*high, column.kind, column.decimals)
        % u']';
}

/// A width has no sign, whatever the kind of its value.
QString plusMinusOf(const TableSpec &table, const TableRow &row, const TableColumn &column)
{
    const auto low = numberIn(table, row, column.lowKey);
    const auto high = numberIn(table, row, column.highKey);
    auto width = numberIn(table, row, column.errorKey);
    if (!width && column.errorKey.isEmpty() && low && high)
        width = (*high - *low) / 2;
    const auto kind = column.kind == CellKind::Coefficient ? CellKind::Coefficient : CellKind::Number;
    return width ? QString(u"± " % cellText(*width, kind, column.decimals)) : QString();
}

QString intervalText(const TableSpec &table, const TableRow &row, const TableColumn &column, IntervalForm form)
{
    switch (form) {
    case IntervalForm::Brackets:
        return bracketsOf(table, row, column);
    case IntervalForm::PlusMinus:
        return plusMinusOf(table, row, column);
    case IntervalForm::Hidden:
        break;
    }
    return {};
}

QString valueText(const Cell &cell, const TableColumn &column)
{
    const auto *text = std::get_if<QString>(&cell);
    return text && column.isList ? listText(*text) : cellText(cell, column.kind, column.decimals);
}

/// The column whose text carries a row's mark: the last of its name.
std::optional<std::size_t> markedColumn(const TableSpec &table)
{
    const auto model = table.columnOf(u"model");
    return model || table.columns.empty() ? model : std::optional<std::size_t>(0);
}

/// The best value of a column as people read it, so that values that look the same are the same; empty where there is
/// none, or nothing to be better than.
QString bestText(const TableSpec &table, std::size_t index)
{
    const auto &column = table.columns[index];
    if (column.best == BestValue::None)
        return {};
    std::optional<double> lowest;
    std::optional<double> highest;
    for (const auto &row : table.rows) {
        if (const auto number = numberOf(row.cells[index])) {
            lowest = std::min(lowest.value_or(*number), *number);
            highest = std::max(highest.value_or(*number), *number);
        }
    }
    if (!lowest || !highest)
        return {};
    const auto best = cellText(column.best == BestValue::Highest ? *highest : *lowest, column.kind, column.decimals);
    const auto worst = cellText(column.best == BestValue::Highest ? *lowest : *highest, column.kind, column.decimals);
    return best == worst ? QString() : best;
}

ShownColumn shownColumn(const TableSpec &table, std::size_t index)
{
    const auto &column = table.columns[index];
    return {.index = index, .title = column.title, .isText = column.kind == CellKind::Text};
}

void fillColumn(ShownTable &shown, const TableSpec &table, const TableLook &look, std::size_t index)
{
    const auto &column = table.columns[index];
    const auto form = intervalForm(table, column, look);
    const auto best = look.boldBest ? bestText(table, index) : QString();
    const bool isMarked = markedColumn(table) == index;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto &row = table.rows[i];
        ShownCell cell{.value = valueText(row.cells[index], column),
            .interval = intervalText(table, row, column, form),
            .mark = isMarked ? row.mark : QString()};
        cell.isBest = !best.isEmpty() && cell.value == best;
        shown.rows[i].push_back(std::move(cell));
    }
}

/// Whether two fields that follow are the interval of a field.
bool hasFieldInterval(std::span<const TableField> fields)
{
    return fields.size() > 2 && fields[1].key == fields[0].key + u"_low" && fields[2].key == fields[0].key + u"_high"
        && fields[1].group == fields[0].group && fields[2].group == fields[0].group;
}

QString fieldText(const TableField &field)
{
    return cellText(field.value, field.kind, field.decimals);
}

QStringList fieldLines(std::span<const TableField> fields)
{
    QStringList lines;
    QString group;
    while (!fields.empty()) {
        const auto &field = fields.front();
        const bool hasInterval = hasFieldInterval(fields);
        QString words = field.title % u' ' % fieldText(field);
        if (hasInterval && numberOf(fields[1].value) && numberOf(fields[2].value))
            words += u" [" % fieldText(fields[1]) % u", " % fieldText(fields[2]) % u']';
        if (lines.isEmpty() || field.group != group)
            lines << (field.group.isEmpty() ? words
                                            : QString(QString(field.group).replace(u'_', u' ') % u": " % words));
        else
            lines.last() += u", " + words;
        group = field.group;
        fields = fields.subspan(hasInterval ? 3 : 1);
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

QString ShownCell::text() const
{
    return (interval.isEmpty() ? value : QString(value % u' ' % interval)) + mark;
}

ShownTable shownTable(const TableSpec &table, const TableLook &look)
{
    ShownTable shown{.title = look.caption.isEmpty() ? table.title : look.caption};
    shown.rows.resize(table.rows.size());
    for (const auto index : shownColumns(table, look)) {
        shown.columns.push_back(shownColumn(table, index));
        fillColumn(shown, table, look, index);
    }
    shown.fieldLines = fieldLines(table.fields);
    shown.notes = shownNotes(table, look);
    return shown;
}

} // namespace Decayscope
