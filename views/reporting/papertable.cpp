// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "papertable.h"

#include "papercolors.h"
#include "tablecolumns.h"

#include <figures/writers.h>

#include <algorithm>
#include <numeric>

namespace Decayscope {

namespace {

constexpr double padding = inPaperUnits(2.2); ///< Above and below a row.
constexpr double thick = inPaperUnits(0.9);
constexpr double thin = inPaperUnits(0.4);
constexpr double leading = 1.3;

/// What a table of a height should find of a page.
double startRoom(double height, double head)
{
    constexpr double kept = 0.45; // Of a page: what is not broken.
    return height < kept * PaperFlow::pageHeight() ? height : head + inPaperUnits(80);
}

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

PaperTextStyle cellStyle(double size, bool isText)
{
    return {.size = size,
        .color = PaperColor::ink,
        .leading = leading,
        .alignment = isText ? Qt::AlignLeft : Qt::AlignRight};
}

PaperRow headOf(const ShownTable &table, const PaperColumns &columns)
{
    PaperRow row;
    double x = 0;
    for (const auto &column : columns.columns) {
        auto style = cellStyle(columns.size, column.isText);
        style.weight = QFont::DemiBold;
        const PaperText text(table.columns[column.index].title, style, column.width);
        row.texts.push_back({text, {x, 0}});
        row.height = std::max(row.height, text.height());
        x += column.width + columns.gap;
    }
    for (auto &placed : row.texts)
        placed.at.setY(padding + row.height - placed.text.height());
    row.height += 2 * padding;
    return row;
}

/// The interval of a cell, beside its value or below it; gives the height that comes to the value's.
double addInterval(PaperRow &row, const ShownCell &cell, const PaperColumn &column, QPointF at, double size)
{
    if (cell.interval.isEmpty())
        return 0;
    auto style = cellStyle(size - smallerIntervals, column.isText);
    style.color = PaperColor::muted;
    const PaperText text(withMinus(cell.interval), style, column.width);
    const auto &value = row.texts.back().text;
    const bool isBeside = column.interval > 0;
    const double down = isBeside ? (value.lineHeight() - text.lineHeight()) * 0.62 : value.height(); // On its line.
    row.texts.push_back({text, at + QPointF(0, down)});
    return isBeside ? 0 : text.height();
}

void addCell(PaperRow &row, const ShownCell &cell, const PaperColumn &column, double x, double size)
{
    const QString value = (column.isText ? cell.value : withMinus(cell.value)) % cell.mark;
    const PaperText text(value, cellStyle(size, column.isText), column.width - column.interval);
    const QPointF at(x, padding);
    row.texts.push_back({text, at});
    const double height = text.height() + addInterval(row, cell, column, at, size);
    row.height = std::max(row.height, height + 2 * padding);
}

PaperRow rowOf(const std::vector<ShownCell> &cells, const PaperColumns &columns)
{
    PaperRow row;
    double x = 0;
    for (const auto &column : columns.columns) {
        addCell(row, cells[column.index], column, x, columns.size);
        x += column.width + columns.gap;
    }
    return row;
}

void layRow(PaperFlow &flow, const PaperRow &row)
{
    flow.place(row.height, [row](QPainter &painter, QPointF at) { row.paint(painter, at); });
}

} // namespace

/// Columns that stand beside each other, with all rows.
struct PaperTable::Part
{
    PaperRow head;
    std::vector<PaperRow> rows;
    double width = 0;

    [[nodiscard]] double height() const
    {
        return std::accumulate(rows.begin(), rows.end(), head.height + 3 * thick,
            [](double sum, const PaperRow &row) { return sum + row.height + thin; });
    }

    void layHead(PaperFlow &flow) const
    {
        flow.rule(PaperColor::ink, thick, width);
        layRow(flow, head);
        flow.rule(PaperColor::ink, thin, width);
    }

    void lay(PaperFlow &flow) const;
};

void PaperTable::Part::lay(PaperFlow &flow) const
{
    layHead(flow);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].height + thick > flow.room()) {
            flow.rule(PaperColor::ink, thin, width);
            flow.breakPage();
            layHead(flow);
        } else if (i > 0) {
            flow.rule(PaperColor::line, thin, width);
        }
        layRow(flow, rows[i]);
    }
    flow.rule(PaperColor::ink, thick, width);
}

PaperTable::PaperTable(const TableSpec &table)
{
    const auto shown = shownTable(table);
    if (shown.columns.empty())
        return;
    for (const auto &columns : paperColumns(shown, PaperFlow::width())) {
        Part part{.head = headOf(shown, columns), .rows = {}, .width = columns.width()};
        part.rows.reserve(shown.rows.size());
        for (const auto &cells : shown.rows)
            part.rows.push_back(rowOf(cells, columns));
        m_parts.push_back(std::move(part));
    }
}

PaperTable::~PaperTable() = default;

double PaperTable::leastRoom() const
{
    return m_parts.empty() ? 0 : startRoom(m_parts.front().height(), m_parts.front().head.height);
}

void PaperTable::lay(PaperFlow &flow) const
{
    for (const auto &part : m_parts) {
        if (&part != &m_parts.front())
            flow.skip(inPaperUnits(8));
        flow.ensure(startRoom(part.height(), part.head.height));
        part.lay(flow);
    }
}

} // namespace Decayscope
