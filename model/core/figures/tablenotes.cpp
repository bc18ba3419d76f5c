// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablenotes.h"

#include "cardwords.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr QLatin1StringView bracketsWord{"Brackets: "};
constexpr QLatin1StringView pValuesWord{"p: "};

bool isExact(const TableSpec &table, const TableLook &look)
{
    return look.paperExact && std::ranges::any_of(table.columns, &TableColumn::isPublished);
}

/// Whether a column stands as the "± SEM" of another.
bool isErrorShown(const TableSpec &table, const TableColumn &column, const TableLook &look)
{
    return std::ranges::any_of(table.columns, [&](const TableColumn &other) {
        return other.errorKey == column.key && intervalForm(table, other, look) == IntervalForm::PlusMinus;
    });
}

bool hasShownInterval(const TableSpec &table, const TableLook &look, IntervalForm form, QString TableColumn::*key)
{
    return std::ranges::any_of(shownColumns(table, look), [&](std::size_t index) {
        const auto &column = table.columns[index];
        return !(column.*key).isEmpty() && intervalForm(table, column, look) == form;
    });
}

/// Whether brackets stand around shares.
bool isCut(const TableSpec &table)
{
    return std::ranges::any_of(table.columns,
        [](const TableColumn &column) { return !column.lowKey.isEmpty() && column.kind == CellKind::Percent; });
}

/// What brackets or ± mean in this look, without a full stop.
QString intervalWords(const TableSpec &table, const TableLook &look)
{
    if (hasShownInterval(table, look, IntervalForm::PlusMinus, &TableColumn::errorKey))
        return QStringLiteral("±: standard error of the mean");
    if (table.card.interval.isEmpty())
        return {};
    if (hasShownInterval(table, look, IntervalForm::Brackets, &TableColumn::lowKey))
        return u"brackets: " % table.card.interval % (isCut(table) ? u", cut to 0–100" : u"");
    if (hasShownInterval(table, look, IntervalForm::PlusMinus, &TableColumn::lowKey))
        return QStringLiteral("±: half the width of ") + table.card.interval;
    return {};
}

bool hasBest(const TableSpec &table, const TableLook &look)
{
    return look.boldBest && table.rows.size() > 1
        && std::ranges::any_of(
            shownColumns(table, look), [&](std::size_t index) { return table.columns[index].best != BestValue::None; });
}

} // namespace

std::vector<std::size_t> shownColumns(const TableSpec &table, const TableLook &look)
{
    const bool exact = isExact(table, look);
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto &column = table.columns[i];
        if (column.forPeople && (!exact || column.isPublished) && !isErrorShown(table, column, look))
            shown.push_back(i);
    }
    return shown;
}

IntervalForm intervalForm(const TableSpec &table, const TableColumn &column, const TableLook &look)
{
    if (isExact(table, look))
        return column.errorKey.isEmpty() ? IntervalForm::Hidden : IntervalForm::PlusMinus;
    return look.interval;
}

QStringList shownNotes(const TableSpec &table, const TableLook &look)
{
    if (!look.notes)
        return table.caveat.isEmpty() ? QStringList() : QStringList{table.caveat + u'.'};
    const bool showsPValues = std::ranges::any_of(
        shownColumns(table, look), [&](std::size_t index) { return table.columns[index].kind == CellKind::PValue; });
    const bool showsBrackets = hasShownInterval(table, look, IntervalForm::Brackets, &TableColumn::lowKey);
    QStringList notes;
    if (const auto sentence = estimatorSentence(table.card, intervalWords(table, look)); !sentence.isEmpty())
        notes << sentence;
    for (const auto &note : table.notes) {
        const bool isNeedless = (note.startsWith(bracketsWord) && !showsBrackets)
            || (note.startsWith(pValuesWord) && !showsPValues) || table.cardNotes.contains(note);
        if (!isNeedless)
            notes << note;
    }
    if (hasBest(table, look))
        notes << QStringLiteral("Best values of a column are bold.");
    return notes;
}

} // namespace Decayscope
