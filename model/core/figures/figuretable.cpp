// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuretable.h"

namespace Decayscope {

namespace {

Cell cellOf(const std::optional<double> &value)
{
    return value ? Cell(*value) : Cell();
}

QString categoryTitle(const FigureSpec &figure)
{
    switch (figure.shape) {
    case FigureShape::Curves:
    case FigureShape::Slope:
        return QStringLiteral("Level");
    case FigureShape::Forest:
        return QStringLiteral("Constraint");
    case FigureShape::Stacked:
    case FigureShape::Dots:
    case FigureShape::Scatter:
    case FigureShape::Heat:
    case FigureShape::Lattice:
        break;
    }
    return figure.x.title;
}

TableRow rowOf(const FigureSpec &figure, const FigureSeries &series, const FigurePoint &point)
{
    const bool forest = figure.shape == FigureShape::Forest;
    const auto category = (forest ? figure.y : figure.x).categories.value(qRound(forest ? point.y : point.x));
    const QString completeness = point.hollow ? QStringLiteral("incomplete") : QString();
    return {.cells = {series.name, category, forest ? point.x : point.y, cellOf(point.low), cellOf(point.high),
                static_cast<qint64>(point.n), completeness},
        .runs = point.runs};
}

} // namespace

TableSpec tableOfFigure(const FigureSpec &figure)
{
    const bool forest = figure.shape == FigureShape::Forest;
    const auto kind = forest ? CellKind::Points : CellKind::Percent;
    TableSpec table{.name = figure.name, .title = figure.title};
    table.columns
        = {{.key = QStringLiteral("series"),
               .title = figure.shape == FigureShape::Stacked ? QStringLiteral("Category") : QStringLiteral("Series")},
            {.key = QStringLiteral("category"), .title = categoryTitle(figure)},
            {.key = QStringLiteral("mean"),
                .title = figure.shape == FigureShape::Stacked ? QStringLiteral("Share") : QStringLiteral("Mean"),
                .kind = kind},
            {.key = QStringLiteral("low"), .title = QStringLiteral("Low"), .kind = kind},
            {.key = QStringLiteral("high"), .title = QStringLiteral("High"), .kind = kind},
            {.key = QStringLiteral("n"), .title = QStringLiteral("n"), .kind = CellKind::Count},
            {.key = QStringLiteral("note"), .title = QStringLiteral("Note")}};
    for (const auto &series : figure.series) {
        for (const auto &point : series.points)
            table.rows.push_back(rowOf(figure, series, point));
    }
    table.notes = figure.notes;
    return table;
}

} // namespace Decayscope
