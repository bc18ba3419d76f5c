// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "estimatorcard.h"
#include "tablespec.h"

#include <domain/configuration.h>
#include <domain/runfilter.h>

#include <QPointF>

namespace Decayscope {

/// One value with its interval, and the runs behind it.
struct FigurePoint
{
    double x = 0; ///< Position on the x axis: a category's index, or a value for horizontal figures and scatters.
    double y = 0; ///< Of stacked figures the height of the segment.
    double base = 0; ///< Of stacked figures where the segment begins.
    std::optional<double> low; ///< Interval along the value axis; unclipped.
    std::optional<double> high;
    std::optional<double> xLow; ///< Of scatters: the interval along x.
    std::optional<double> xHigh;
    std::optional<double> value; ///< Of heat maps, nodes and edges: what the colour says, on FigureSpec::color.
    std::optional<QPointF> end; ///< Of a lattice's edge: it leads from (x, y) to here.
    QString text; ///< Drawn at the mark: a heat map's cell, a node, an edge. Mostly empty.
    QString name; ///< Of scatters, nodes and edges, for tables: what the axes do not say of it, such as "L2".
    int n = 0; ///< Units averaged: tasks, or pairs.
    bool hollow = false; ///< Incomplete: some tasks of this point have no run.
    QString detail; ///< For hovering: sentences with n, mean, interval and what is missing.
    RunFilter runs;
};

struct FigureSeries
{
    QString name; ///< For direct labels and legends.
    int color = 0; ///< Index into the chart palette.
    LineStyle line = LineStyle::Solid;
    int marker = 0; ///< Index into the marker shapes.
    bool joined = true; ///< Points are joined by a line and intervals drawn as a band; else bars.
    int panel = 0; ///< Index into FigureSpec::panels.
    std::vector<FigurePoint> points;
};

/// A reference value, such as one published in the study: drawn as a small mark, never joined.
struct FigureReference
{
    QString name;
    QString series; ///< The name of the series it belongs to; empty for none.
    int color = 0;
    double x = 0;
    double y = 0;
    std::optional<double> low;
    std::optional<double> high;
};

struct FigureAxis
{
    QString title;
    QStringList categories; ///< Labels at 0, 1, 2 …; empty for a value axis.
    QStringList subLabels; ///< Under each category, such as "n = 8"; may be empty.
    double minimum = 0; ///< Of a value axis.
    double maximum = 100;
    bool zeroLine = false;
    bool logarithmic = false; ///< Of a value axis whose values are all above 0.
    CellKind kind = CellKind::Percent; ///< How values of a value axis are to be read.
};

/// What colours of heat maps and lattices mean.
struct FigureColorScale
{
    QString title;
    double minimum = 0;
    double maximum = 100;
    bool diverging = false; ///< Two hues around 0, which lies in the middle; else one from light to dark.
    CellKind kind = CellKind::Percent;
};

enum class FigureShape : quint8 {
    Curves, ///< Categories on x, values on y: decay curves.
    Forest, ///< Values on x, categories on y from top to bottom: marginal effects. Points: x = value, y = category.
    Stacked, ///< Categories on x with a bar each, a series a segment of every bar: the taxonomy of failures.
    Dots, ///< Categories on x without an order, values on y: markers with interval bars, series side by side.
    Slope, ///< Two categories on x, names at both ends: what falls from L0 to L3.
    Scatter, ///< Values on both axes.
    Heat, ///< Categories on both axes, rows from top to bottom; a cell a point, coloured by its value.
    Lattice ///< Nodes at (x, y), rows from top to bottom, and edges (points with an end), coloured by their values.
};

/// A figure as data: what is drawn, not how. The one renderer in views/charts turns it into pixels or paper.
struct FigureSpec
{
    QString name; ///< As in the catalogue and on the command line: "decay".
    QString title;
    FigureShape shape = FigureShape::Curves;
    QStringList panels; ///< Titles of small multiples, which share their axes; empty: one panel without a title.
    FigureAxis x;
    FigureAxis y;
    FigureColorScale color; ///< Of heat maps and a lattice's edges.
    FigureColorScale nodeColor; ///< Of a lattice's nodes.
    bool diagonal = false; ///< Of scatters: a quiet line where both values are equal.
    std::vector<FigureSeries> series;
    std::vector<FigureReference> references;
    QStringList notes; ///< Whole sentences, as in TableSpec.
    QString hollowMeaning; ///< What a hollow mark says of its value: "some of its tasks or runs are missing".
    EstimatorCard card;
    QString caveat; ///< TableSpec::caveat.
    QString summary; ///< The figure in words, for people who do not see it.
};

} // namespace Decayscope
