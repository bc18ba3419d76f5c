// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/configuration.h>
#include <domain/runfilter.h>

namespace Decayscope {

/// One value with its interval, and the runs behind it.
struct FigurePoint
{
    double x = 0; ///< Position on the x axis: a category's index, or a value for horizontal figures.
    double y = 0; ///< Of stacked figures the height of the segment.
    double base = 0; ///< Of stacked figures where the segment begins.
    std::optional<double> low; ///< Interval along the value axis; unclipped.
    std::optional<double> high;
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
    std::vector<FigurePoint> points;
};

/// A reference value, such as one published in the study: drawn as a small mark, never joined.
struct FigureReference
{
    QString name;
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
};

enum class FigureShape : quint8 {
    Curves, ///< Categories on x, values on y: decay curves.
    Forest, ///< Values on x, categories on y from top to bottom: marginal effects. Points: x = value, y = category.
    Stacked ///< Categories on x with a bar each, a series a segment of every bar: the taxonomy of failures.
};

/// A figure as data: what is drawn, not how. The one renderer in views/charts turns it into pixels or paper.
struct FigureSpec
{
    QString name; ///< As on the command line: "decay".
    QString title;
    FigureShape shape = FigureShape::Curves;
    FigureAxis x;
    FigureAxis y;
    std::vector<FigureSeries> series;
    std::vector<FigureReference> references;
    QStringList notes; ///< Whole sentences, as in TableSpec.
    QString summary; ///< The figure in words, for people who do not see it.
};

} // namespace Decayscope
