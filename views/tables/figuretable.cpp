// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuretable.h"

#include <QCoreApplication>

namespace Decayscope {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::FigureTable", text);
}

Cell cellOf(const std::optional<double> &value)
{
    return value ? Cell(*value) : Cell();
}

QString categoryTitle(const FigureSpec &figure)
{
    switch (figure.shape) {
    case FigureShape::Curves:
        return say("Level");
    case FigureShape::Forest:
        return say("Constraint");
    case FigureShape::Stacked:
        break;
    }
    return figure.x.title;
}

TableRow rowOf(const FigureSpec &figure, const FigureSeries &series, const FigurePoint &point)
{
    const bool forest = figure.shape == FigureShape::Forest;
    const auto category = (forest ? figure.y : figure.x).categories.value(qRound(forest ? point.y : point.x));
    const QString completeness = point.hollow ? say("incomplete") : QString();
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
    table.columns = {{.key = QStringLiteral("series"),
                         .title = figure.shape == FigureShape::Stacked ? say("Category") : say("Series")},
        {.key = QStringLiteral("category"), .title = categoryTitle(figure)},
        {.key = QStringLiteral("mean"),
            .title = figure.shape == FigureShape::Stacked ? say("Share") : say("Mean"),
            .kind = kind},
        {.key = QStringLiteral("low"), .title = say("Low"), .kind = kind},
        {.key = QStringLiteral("high"), .title = say("High"), .kind = kind},
        {.key = QStringLiteral("n"), .title = say("n"), .kind = CellKind::Count},
        {.key = QStringLiteral("note"), .title = say("Note")}};
    for (const auto &series : figure.series) {
        for (const auto &point : series.points)
            table.rows.push_back(rowOf(figure, series, point));
    }
    table.notes = figure.notes;
    return table;
}

} // namespace Decayscope
