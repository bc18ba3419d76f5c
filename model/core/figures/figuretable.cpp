// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuretable.h"

#include <algorithm>

namespace Decayscope {

namespace {

/// A point or a reference with what stands around it.
struct TwinRow
{
    QString panel;
    QString series;
    FigurePoint point;
    bool isReference = false;
};

using CellOfRow = Cell (*)(const FigureSpec &, const TwinRow &);
using KindOfColumn = CellKind (*)(const FigureSpec &);
using TitleOfColumn = QString (*)(const FigureSpec &);

/// A column that some shapes have.
struct TwinColumn
{
    const char *key;
    TitleOfColumn title;
    KindOfColumn kind;
    CellOfRow cell;
    std::vector<FigureShape> shapes; ///< Empty: all.
    bool stays = false; ///< Also where all its cells are empty.
};

using enum FigureShape;

Cell cellOf(const QString &text)
{
    return text.isEmpty() ? Cell() : Cell(text);
}

Cell cellOf(const std::optional<double> &value)
{
    return value ? Cell(*value) : Cell();
}

const FigureAxis &categoryAxis(const FigureSpec &figure)
{
    return figure.shape == Forest ? figure.y : figure.x;
}

const FigureAxis &valueAxis(const FigureSpec &figure)
{
    return figure.shape == Forest ? figure.x : figure.y;
}

QString categoryTitle(const FigureSpec &figure)
{
    auto title = categoryAxis(figure).title.section(u':', 0, 0);
    if (!title.isEmpty())
        return title;
    return figure.shape == Forest ? QStringLiteral("Constraint") : QStringLiteral("Category");
}

CellKind textKind(const FigureSpec & /*figure*/)
{
    return CellKind::Text;
}

CellKind valueKind(const FigureSpec &figure)
{
    return figure.shape == Heat || figure.shape == Lattice ? figure.color.kind : valueAxis(figure).kind;
}

Cell categoryCell(const FigureSpec &figure, const TwinRow &row)
{
    const auto place = qRound(figure.shape == Forest ? row.point.y : row.point.x);
    return cellOf(categoryAxis(figure).categories.value(place));
}

Cell valueCell(const FigureSpec &figure, const TwinRow &row)
{
    return figure.shape == Forest ? row.point.x : row.point.y;
}

Cell noteCell(const FigureSpec & /*figure*/, const TwinRow &row)
{
    if (row.isReference)
        return QStringLiteral("reference");
    return row.point.hollow ? QStringLiteral("incomplete") : QString();
}

const std::vector<TwinColumn> &twinColumns()
{
    static const std::vector<FigureShape> ofCategories{Curves, Forest, Stacked, Dots, Slope};
    static const std::vector<FigureShape> withSeries{Curves, Forest, Stacked, Dots, Slope, Scatter, Lattice};
    static const std::vector<TwinColumn> columns{
        {"panel", [](const FigureSpec &) { return QStringLiteral("Panel"); }, textKind,
            [](const FigureSpec &, const TwinRow &row) { return cellOf(row.panel); }, {}},
        {"series",
            [](const FigureSpec &figure) {
                return figure.shape == Stacked ? QStringLiteral("Category") : QStringLiteral("Series");
            },
            textKind, [](const FigureSpec &, const TwinRow &row) { return Cell(row.series); }, withSeries, true},
        {"category", categoryTitle, textKind, categoryCell, ofCategories, true},
        {"mean",
            [](const FigureSpec &figure) {
                return figure.shape == Stacked ? QStringLiteral("Share") : QStringLiteral("Mean");
            },
            valueKind, valueCell, ofCategories, true},
        {"row", [](const FigureSpec &figure) { return figure.y.title; }, textKind,
            [](const FigureSpec &figure, const TwinRow &row) {
                return cellOf(figure.y.categories.value(qRound(row.point.y)));
            },
            {Heat}, true},
        {"column", [](const FigureSpec &figure) { return figure.x.title; }, textKind,
            [](const FigureSpec &figure, const TwinRow &row) {
                return cellOf(figure.x.categories.value(qRound(row.point.x)));
            },
            {Heat}, true},
        {"value", [](const FigureSpec &figure) { return figure.color.title; }, valueKind,
            [](const FigureSpec &, const TwinRow &row) { return cellOf(row.point.value); }, {Heat}, true},
        {"element", [](const FigureSpec &) { return QStringLiteral("Element"); }, textKind,
            [](const FigureSpec &, const TwinRow &row) { return cellOf(row.point.name); }, {Lattice}, true},
        {"a", [](const FigureSpec &figure) { return figure.nodeColor.title; },
            [](const FigureSpec &figure) { return figure.nodeColor.kind; },
            [](const FigureSpec &, const TwinRow &row) { return row.point.end ? Cell() : cellOf(row.point.value); },
            {Lattice}, true},
        {"delta", [](const FigureSpec &figure) { return figure.color.title; }, valueKind,
            [](const FigureSpec &, const TwinRow &row) { return row.point.end ? cellOf(row.point.value) : Cell(); },
            {Lattice}, true},
        {"point", [](const FigureSpec &) { return QStringLiteral("Point"); }, textKind,
            [](const FigureSpec &, const TwinRow &row) { return cellOf(row.point.name); }, {Scatter}},
        {"x", [](const FigureSpec &figure) { return figure.x.title; },
            [](const FigureSpec &figure) { return figure.x.kind; },
            [](const FigureSpec &, const TwinRow &row) { return Cell(row.point.x); }, {Scatter}, true},
        {"y", [](const FigureSpec &figure) { return figure.y.title; }, valueKind,
            [](const FigureSpec &, const TwinRow &row) { return Cell(row.point.y); }, {Scatter}, true},
        {"low", [](const FigureSpec &) { return QStringLiteral("Low"); }, valueKind,
            [](const FigureSpec &, const TwinRow &row) { return cellOf(row.point.low); }, {}},
        {"high", [](const FigureSpec &) { return QStringLiteral("High"); }, valueKind,
            [](const FigureSpec &, const TwinRow &row) { return cellOf(row.point.high); }, {}},
        {"x_low", [](const FigureSpec &) { return QStringLiteral("x low"); },
            [](const FigureSpec &figure) { return figure.x.kind; },
            [](const FigureSpec &, const TwinRow &row) { return cellOf(row.point.xLow); }, {Scatter}},
        {"x_high", [](const FigureSpec &) { return QStringLiteral("x high"); },
            [](const FigureSpec &figure) { return figure.x.kind; },
            [](const FigureSpec &, const TwinRow &row) { return cellOf(row.point.xHigh); }, {Scatter}},
        {"n", [](const FigureSpec &) { return QStringLiteral("n"); },
            [](const FigureSpec &) { return CellKind::Count; },
            [](const FigureSpec &, const TwinRow &row) { return row.isReference ? Cell() : Cell(qint64{row.point.n}); },
            {}, true},
        {"note", [](const FigureSpec &) { return QStringLiteral("Note"); }, textKind, noteCell, {}},
    };
    return columns;
}

std::vector<TwinRow> twinRows(const FigureSpec &figure)
{
    std::vector<TwinRow> rows;
    for (const auto &series : figure.series) {
        for (const auto &point : series.points)
            rows.push_back({.panel = figure.panels.value(series.panel), .series = series.name, .point = point});
    }
    for (const auto &reference : figure.references) {
        FigurePoint point{.x = reference.x, .y = reference.y, .low = reference.low, .high = reference.high};
        point.runs.only.emplace();
        rows.push_back({.panel = {}, .series = reference.name, .point = std::move(point), .isReference = true});
    }
    return rows;
}

bool isEmptyCell(const Cell &cell)
{
    const auto *text = std::get_if<QString>(&cell);
    return std::holds_alternative<std::monostate>(cell) || (text && text->isEmpty());
}

bool hasColumn(const FigureSpec &figure, const std::vector<TwinRow> &rows, const TwinColumn &column)
{
    if (!column.shapes.empty() && !std::ranges::contains(column.shapes, figure.shape))
        return false;
    return column.stays
        || std::ranges::any_of(rows, [&](const TwinRow &row) { return !isEmptyCell(column.cell(figure, row)); });
}

/// Tokens need no decimals, small amounts of money several.
int decimalsOf(const FigureSpec &figure, CellKind kind)
{
    if (kind != CellKind::Number)
        return 1;
    const auto greatest = valueAxis(figure).maximum;
    if (greatest >= 1000)
        return 0;
    return greatest >= 10 ? 2 : 4;
}

} // namespace

TableSpec tableOfFigure(const FigureSpec &figure)
{
    TableSpec table{.name = figure.name, .title = figure.title, .notes = figure.notes, .card = figure.card};
    table.caveat = figure.caveat;
    const auto rows = twinRows(figure);
    std::vector<const TwinColumn *> shown;
    for (const auto &column : twinColumns()) {
        if (!hasColumn(figure, rows, column))
            continue;
        shown.push_back(&column);
        const auto kind = column.kind(figure);
        table.columns.push_back({.key = QString::fromLatin1(column.key),
            .title = column.title(figure),
            .kind = kind,
            .decimals = decimalsOf(figure, kind)});
    }
    table.rows.reserve(rows.size());
    for (const auto &row : rows) {
        std::vector<Cell> cells;
        cells.reserve(shown.size());
        for (const auto *column : shown)
            cells.push_back(column->cell(figure, row));
        table.rows.push_back({.cells = std::move(cells), .runs = row.point.runs, .mark = {}});
    }
    return table;
}

} // namespace Decayscope
