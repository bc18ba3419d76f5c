// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "papertable.h"

#include "papercolors.h"
#include "tablecolumns.h"

#include <figures/writers.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr double padding = inPaperUnits(2.2); ///< Above and below a row.
constexpr double thick = inPaperUnits(0.9);
constexpr double thin = inPaperUnits(0.4);
constexpr double leading = 1.3;

/// A text at its place in a row.
struct PlacedText
{
    PaperText text;
    QPointF at;
};

/// A row: what stands where, from its upper left corner.
struct PaperRow
{
    std::vector<PlacedText> texts;
    double height = 0;

    void paint(QPainter &painter, QPointF at) const
    {
        for (const auto &placed : texts)
            placed.text.paint(painter, at + placed.at);
    }
};

class TableLayer
{
public:
    TableLayer(PaperFlow &flow, const ShownTable &table, const PaperColumns &columns)
        : m_flow(flow)
        , m_table(table)
        , m_columns(columns)
        , m_head(headRow())
    { }

    void lay();

private:
    [[nodiscard]] PaperTextStyle style(bool isText) const;
    [[nodiscard]] PaperRow headRow() const;
    [[nodiscard]] PaperRow row(const std::vector<ShownCell> &cells) const;
    void addCell(PaperRow &row, const ShownCell &cell, const PaperColumn &column, double x) const;
    void layHead();
    void layRow(const PaperRow &row);

    PaperFlow &m_flow;
    const ShownTable &m_table;
    const PaperColumns &m_columns;
    PaperRow m_head;
};

PaperTextStyle TableLayer::style(bool isText) const
{
    return {.size = m_columns.size,
        .color = PaperColor::ink,
        .leading = leading,
        .alignment = isText ? Qt::AlignLeft : Qt::AlignRight};
}

PaperRow TableLayer::headRow() const
{
    PaperRow row;
    double x = 0;
    for (const auto &column : m_columns.columns) {
        auto look = style(column.isText);
        look.weight = QFont::DemiBold;
        const PaperText text(m_table.columns[column.index].title, look, column.width);
        row.texts.push_back({text, {x, 0}});
        row.height = std::max(row.height, text.height());
        x += column.width + m_columns.gap;
    }
    for (auto &placed : row.texts)
        placed.at.setY(padding + row.height - placed.text.height());
    row.height += 2 * padding;
    return row;
}

void TableLayer::addCell(PaperRow &row, const ShownCell &cell, const PaperColumn &column, double x) const
{
    const auto value = (column.isText ? cell.value : withMinus(cell.value)) + cell.mark;
    PlacedText placed{PaperText(value, style(column.isText), column.width), {x, padding}};
    double height = placed.text.height();
    row.texts.push_back(placed);
    if (!cell.interval.isEmpty()) {
        auto look = style(column.isText);
        look.color = PaperColor::muted;
        look.size -= 0.8;
        const PaperText below(withMinus(cell.interval), look, column.width);
        row.texts.push_back({below, {x, padding + height}});
        height += below.height();
    }
    row.height = std::max(row.height, height + 2 * padding);
}

PaperRow TableLayer::row(const std::vector<ShownCell> &cells) const
{
    PaperRow row;
    double x = 0;
    for (const auto &column : m_columns.columns) {
        addCell(row, cells[column.index], column, x);
        x += column.width + m_columns.gap;
    }
    return row;
}

void TableLayer::layHead()
{
    m_flow.rule(PaperColor::ink, thick, m_columns.width());
    layRow(m_head);
    m_flow.rule(PaperColor::ink, thin, m_columns.width());
}

void TableLayer::layRow(const PaperRow &row)
{
    m_flow.place(row.height, [row](QPainter &painter, QPointF at) { row.paint(painter, at); });
}

void TableLayer::lay()
{
    constexpr double someRows = inPaperUnits(60);
    m_flow.ensure(m_head.height + someRows);
    layHead();
    for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
        const auto next = row(m_table.rows[i]);
        if (next.height + thick > m_flow.room()) {
            m_flow.rule(PaperColor::ink, thin, m_columns.width());
            m_flow.breakPage();
            layHead();
        } else if (i > 0) {
            m_flow.rule(PaperColor::line, thin, m_columns.width());
        }
        layRow(next);
    }
    m_flow.rule(PaperColor::ink, thick, m_columns.width());
}

} // namespace

void layTable(PaperFlow &flow, const TableSpec &table)
{
    const auto shown = shownTable(table);
    if (shown.columns.empty())
        return;
    bool isFirst = true;
    for (const auto &part : paperColumns(shown, PaperFlow::width())) {
        if (!isFirst)
            flow.skip(inPaperUnits(8));
        isFirst = false;
        TableLayer(flow, shown, part).lay();
    }
}

} // namespace Decayscope
