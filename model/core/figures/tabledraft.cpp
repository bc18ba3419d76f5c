// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tabledraft.h"

#include "tablebuilder.h"
#include "tablecontext.h"

#include <algorithm>

namespace Decayscope {

Cell cellOf(const QString &text)
{
    return text;
}

Cell cellOf(int count)
{
    return qint64{count};
}

Cell cellOf(double number)
{
    return number;
}

Cell cellOf(const std::optional<double> &number)
{
    return number ? Cell(*number) : Cell();
}

QString levelKey(QStringView prefix, int level)
{
    return prefix % u"_l" % QString::number(level);
}

TableDraft::TableDraft(QStringView name)
{
    const auto &catalogue = tableCatalogue();
    const auto info = std::ranges::find_if(catalogue, [name](const TableInfo &entry) { return entry.name == name; });
    Q_ASSERT(info != catalogue.end());
    m_table.name = info->name;
    m_table.title = info->title;
}

TableDraft::TableDraft(const QString &name, const QString &title)
{
    m_table.name = name;
    m_table.title = title;
}

void TableDraft::addColumn(const QString &key, const QString &title, CellKind kind)
{
    m_table.columns.push_back({.key = key, .title = title, .kind = kind});
}

void TableDraft::addConfigurationColumns()
{
    addColumn(QStringLiteral("scaffold"), QStringLiteral("Scaffold"), CellKind::Text);
    addColumn(QStringLiteral("model"), QStringLiteral("Model"), CellKind::Text);
}

void TableDraft::addLevelColumns(const QString &prefix, const QString &title, CellKind kind)
{
    for (int level = 0; level < levelCount; ++level) {
        addColumn(levelKey(prefix, level), title % u" L" % QString::number(level), kind);
        m_table.columns.back().level = level;
    }
}

void TableDraft::addInterval(const QString &key, const QString &lowKey, const QString &highKey)
{
    auto &of = column(key);
    of.lowKey = lowKey;
    of.highKey = highKey;
    const TableColumn bound{.title = of.title, .kind = of.kind, .level = of.level, .forPeople = false};
    for (const auto &[boundKey, word] : {std::pair{lowKey, u" (lower bound)"}, std::pair{highKey, u" (upper bound)"}}) {
        m_table.columns.push_back(bound);
        m_table.columns.back().key = boundKey;
        m_table.columns.back().title += QStringView(word);
    }
}

TableColumn &TableDraft::column(QStringView key)
{
    return m_table.columns[m_table.columnOf(key).value()];
}

void TableDraft::addRow(std::vector<Cell> cells, RunFilter runs, QString mark)
{
    Q_ASSERT(cells.size() == m_table.columns.size());
    m_table.rows.push_back({.cells = std::move(cells), .runs = std::move(runs), .mark = std::move(mark)});
}

void TableDraft::rank(BestValue best, std::initializer_list<QStringView> keys)
{
    for (const auto key : keys)
        column(key).best = best;
}

void TableDraft::publish(std::initializer_list<QStringView> keys)
{
    for (const auto key : keys)
        column(key).isPublished = true;
}

void TableDraft::describe(EstimatorCard card, const QStringList &notes)
{
    m_table.card = std::move(card);
    m_table.cardNotes = notes;
}

TableSpec TableDraft::finished(const TableContext &context)
{
    if (std::ranges::any_of(m_table.rows, [](const TableRow &row) { return row.mark == u"*"; }))
        m_table.notes << QStringLiteral("* covers less than 90 % of the tasks of all configurations.");
    m_table.notes << context.commonNotes();
    if (!m_table.card.estimator.isEmpty()) {
        m_table.card.count = context.countWords();
        m_table.card.exclusions = context.exclusions();
        m_table.cardNotes << context.cardNotes();
    }
    m_table.caveat = context.caveat();
    return std::move(m_table);
}

TableSpec TableDraft::finishedOfLabels(const TableContext &context)
{
    m_table.notes << context.scopeNotes();
    m_table.caveat = context.caveat();
    return std::move(m_table);
}

} // namespace Decayscope
