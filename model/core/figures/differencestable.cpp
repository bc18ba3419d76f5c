// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparison.h"
#include "studytables.h"
#include "tablecontext.h"
#include "tabledraft.h"

#include <algorithm>

namespace Decayscope {

namespace {

std::shared_ptr<const std::vector<PublishedBook>> booksOf(const TableOptions &options)
{
    if (options.published)
        return options.published;
    std::vector<PublishedBook> books;
    if (auto study = publishedBook(publishedNames().front()))
        books.push_back(std::move(*study));
    return std::make_shared<const std::vector<PublishedBook>>(std::move(books));
}

void addDifferenceColumns(TableDraft &draft, int decimals)
{
    draft.addColumn(QStringLiteral("table"), QStringLiteral("Table"), CellKind::Text);
    draft.addConfigurationColumns();
    draft.addColumn(QStringLiteral("item"), QStringLiteral("Item"), CellKind::Text);
    draft.addColumn(QStringLiteral("column"), QStringLiteral("Column"), CellKind::Text);
    draft.addColumn(QStringLiteral("key"), QStringLiteral("Key"), CellKind::Text);
    draft.column(u"key").forPeople = false;
    draft.addColumn(QStringLiteral("published"), QStringLiteral("Published"), CellKind::Number);
    draft.addColumn(QStringLiteral("here"), QStringLiteral("Here"), CellKind::Number);
    draft.addColumn(QStringLiteral("difference"), QStringLiteral("Difference"), CellKind::Points);
    draft.addColumn(QStringLiteral("n"), QStringLiteral("n here"), CellKind::Count);
    draft.addColumn(QStringLiteral("same"), QStringLiteral("Same"), CellKind::Text);
    draft.addColumn(QStringLiteral("cause"), QStringLiteral("Cause"), CellKind::Text);
    for (const auto *key : {u"published", u"here", u"difference"})
        draft.column(key).decimals = decimals;
}

/// What a row is about besides its configuration: "postgres", "aiohttp", "L0".
QString itemOf(const PublishedRow &row, const ComparedValue &value)
{
    QStringList words;
    for (const auto &[column, name] : row.names) {
        if (column == u"level")
            words << u'L' + name;
        else if (column != u"scaffold" && column != u"model")
            words << name;
    }
    if (value.level)
        words << u'L' + QString::number(*value.level);
    return words.join(u", ");
}

/// How many values there are of each fate.
struct DifferenceCounts
{
    int values = 0;
    int same = 0;
    int notHere = 0;

    void add(const ComparedValue &value)
    {
        ++values;
        same += value.isSame ? 1 : 0;
        notHere += value.here ? 0 : 1;
    }
};

void addDifference(TableDraft &draft, const PublishedRow &row, const ComparedValue &value)
{
    const auto difference = value.here ? std::optional(*value.here - value.published) : std::nullopt;
    draft.addRow(
        {cellOf(row.label), cellOf(row.name(QStringLiteral("scaffold"))), cellOf(row.name(QStringLiteral("model"))),
            cellOf(itemOf(row, value)), cellOf(value.title), cellOf(value.column), cellOf(value.published),
            cellOf(value.here), cellOf(difference), value.n ? Cell(*value.n) : Cell(),
            cellOf(value.isSame ? QStringLiteral("yes") : QStringLiteral("no")), cellOf(value.cause)},
        value.runs, value.mark);
}

void addCounts(TableDraft &draft, const DifferenceCounts &counts)
{
    const auto add = [&draft](const QString &key, const QString &title, int count) {
        draft.addField({.group = {}, .key = key, .title = title, .kind = CellKind::Count, .value = cellOf(count)});
    };
    add(QStringLiteral("values"), QStringLiteral("published values"), counts.values);
    add(QStringLiteral("same"), QStringLiteral("the same here"), counts.same);
    add(QStringLiteral("differing"), QStringLiteral("differing"), counts.values - counts.same - counts.notHere);
    add(QStringLiteral("not_here"), QStringLiteral("without a value here"), counts.notHere);
}

int printedDecimals(std::span<const PublishedBook> books)
{
    int decimals = 0;
    for (const auto &book : books) {
        for (const auto &row : book.rows)
            decimals = std::max(decimals, row.decimals);
    }
    return decimals;
}

} // namespace

TableSpec differencesTable(const StudySnapshot &study, const TableOptions &options)
{
    const auto books = booksOf(options);
    const TableContext context(study, asPublished(options));
    TableDraft draft(u"differences");
    addDifferenceColumns(draft, printedDecimals(*books));
    PublishedComparison comparison(study, options);
    DifferenceCounts counts;
    for (const auto &book : *books) {
        for (const auto &row : book.rows) {
            for (const auto &value : comparison.compared(row)) {
                counts.add(value);
                addDifference(draft, row, value);
            }
        }
        draft.addNotes({QStringLiteral("Published: %1.").arg(withoutStop(book.source))});
    }
    addCounts(draft, counts);
    draft.addNotes(
        {QStringLiteral("Here: the study's definitions, strict, by the reference verifiers, newest dates; the "
                        "same is what is equal at the printed precision.")});
    draft.describe(
        plainCard(QStringLiteral("published values beside the same estimates here"), QStringLiteral("runs")), {});
    return draft.finished(context);
}

} // namespace Decayscope
