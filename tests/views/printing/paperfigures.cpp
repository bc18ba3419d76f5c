// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperfigures.h"

#include <algorithm>
#include <array>

namespace Decayscope::Test {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array lines{LineStyle::Solid, LineStyle::Dash, LineStyle::Dot, LineStyle::DashDot};

FigurePoint levelPoint(int series, int level)
{
    const double y = std::max(2.0, 92.0 - series * 8 - level * (9.0 + series % 4 * 3));
    FigurePoint made{.x = static_cast<double>(level), .y = y, .low = y - 5 - level, .high = y + 5 + level, .n = 8};
    made.detail = u"Mean %1 over 8 tasks."_s.arg(y, 0, 'f', 1);
    made.hollow = series == 1 && level == 3;
    return made;
}

} // namespace

FigureSpec printedCurves(int count)
{
    static const QStringList names{u"GPT-5-mini"_s, u"Qwen3-Coder-Next"_s, u"Qwen3-235B"_s, u"MiniMax-M2.5"_s,
        u"Kimi-K2.5"_s, u"GPT-5.2"_s, u"Devstral"_s, u"GLM-5"_s};
    FigureSpec spec{.name = u"decay"_s, .title = u"Decay curves"_s};
    spec.summary = u"Quality falls from L0 to L3."_s;
    spec.x = {.categories = {u"L0"_s, u"L1"_s, u"L2"_s, u"L3"_s},
        .subLabels = {u"n = 8"_s, u"n = 24"_s, u"n = 32"_s, u"n = 16"_s}};
    spec.y = {.title = u"A% (strict), mean over tasks"_s, .minimum = 0, .maximum = 100};
    spec.card = {.estimator = u"means over tasks of the share of passed assertions (A%)"_s,
        .interval = u"95 % cluster-robust t intervals, clusters = frameworks"_s,
        .unit = u"tasks"_s,
        .count = u"n = 8–32 tasks a point"_s};
    for (int i = 0; i < count; ++i) {
        FigureSeries series{.name = names[i % names.size()],
            .color = i,
            .line = lines[static_cast<std::size_t>(i) % lines.size()],
            .marker = i};
        for (int level = 0; level < 4; ++level)
            series.points.push_back(levelPoint(i, level));
        spec.series.push_back(series);
    }
    return spec;
}

FigureSpec printedForest()
{
    FigureSpec spec{.name = u"marginal-effects"_s, .title = u"Marginal effects"_s, .shape = FigureShape::Forest};
    spec.x = {.title = u"ΔA% in percentage points"_s, .minimum = -40, .maximum = 20, .zeroLine = true};
    spec.x.kind = CellKind::Points;
    spec.y.categories = {u"Architektur für Köln"_s, u"PostgreSQL"_s, u"SQLite"_s, u"ORM"_s, u"ORM + DB"_s};
    FigureSeries series{.name = u"all"_s, .joined = false};
    for (int row = 0; row < 5; ++row) {
        const double x = -25.0 + row * 6;
        series.points.push_back({.x = x, .y = static_cast<double>(row), .low = x - 9, .high = x + 9, .n = 24});
    }
    spec.series.push_back(series);
    return spec;
}

FigureSpec printedStack()
{
    FigureSpec spec{.name = u"taxonomy"_s, .title = u"Failures"_s, .shape = FigureShape::Stacked};
    spec.x.categories = {u"Qwen3"_s, u"Kimi"_s, u"GPT-5"_s};
    spec.y = {.title = u"Share of failures in %"_s, .minimum = 0, .maximum = 100};
    for (int i = 0; i < 4; ++i) {
        FigureSeries series{.name = u"Category %1"_s.arg(i + 1), .color = i};
        for (int bar = 0; bar < 3; ++bar)
            series.points.push_back({.x = static_cast<double>(bar), .y = 25, .base = i * 25.0, .n = 40});
        spec.series.push_back(series);
    }
    return spec;
}

FigureSpec printedHeat(int rows, int columns)
{
    FigureSpec spec{.name = u"heatmap"_s, .title = u"Tasks and configurations"_s, .shape = FigureShape::Heat};
    spec.color = {.title = u"A%"_s};
    FigureSeries series{.name = u"cells"_s, .joined = false};
    for (int row = 0; row < rows; ++row) {
        spec.y.categories << u"task-%1"_s.arg(row + 1);
        for (int column = 0; column < columns; ++column) {
            const int value = (row * 17 + column * 29) % 101;
            series.points.push_back({.x = static_cast<double>(column),
                .y = static_cast<double>(row),
                .value = value,
                .text = QString::number(value),
                .n = 1});
        }
    }
    for (int column = 0; column < columns; ++column)
        spec.x.categories << u"Model %1"_s.arg(column + 1);
    spec.series.push_back(series);
    return spec;
}

FigureLook paperLook()
{
    FigureLook look;
    look.venue = u"neurips"_s;
    look.font = u"TeX Gyre Termes"_s;
    return look;
}

} // namespace Decayscope::Test
