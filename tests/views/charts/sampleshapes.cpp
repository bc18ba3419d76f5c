// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleshapes.h"

#include <array>
#include <cmath>

namespace Decayscope::Test {

namespace {

using namespace Qt::StringLiterals;

struct Variant
{
    const char16_t *name;
    double x;
    int level;
    double value;
};

constexpr std::array<Variant, 10> variants{
    {{u"none", 0, 0, 81}, {u"A", -1, 1, 70}, {u"S", 0, 1, 66}, {u"P", 1, 1, 58}, {u"AS", -1.5, 2, 49},
        {u"AP", -0.5, 2, 44}, {u"SO", 0.5, 2, 61}, {u"PO", 1.5, 2, 52}, {u"ASO", -1, 3, 36}, {u"APO", 1, 3, 27}}};

struct Step
{
    std::size_t from;
    std::size_t to;
    int constraint;
};

constexpr std::array<Step, 13> steps{{{0, 1, 0}, {0, 2, 1}, {0, 3, 2}, {1, 4, 1}, {1, 5, 2}, {2, 4, 0}, {2, 6, 3},
    {3, 5, 0}, {3, 7, 3}, {4, 8, 3}, {6, 8, 0}, {5, 9, 3}, {7, 9, 0}}};

const QStringList frameworks{
    u"express"_s, u"koa"_s, u"fastify"_s, u"hono"_s, u"flask"_s, u"fastapi"_s, u"django"_s, u"aiohttp"_s};
const QStringList names{
    u"GPT-5-mini"_s, u"Qwen3-Coder-Next"_s, u"Qwen3-235B"_s, u"MiniMax-M2.5"_s, u"Kimi-K2.5"_s, u"GPT-5.2"_s};

FigurePoint node(const Variant &variant, int panel)
{
    FigurePoint point{.x = variant.x, .y = static_cast<double>(variant.level)};
    point.value = variant.value - panel * 3;
    point.name = QString::fromUtf16(variant.name);
    point.text = point.name % u'\n' % QString::number(*point.value, 'f', 0);
    point.detail = u"A% of a variant."_s;
    point.hollow = variant.level == 3 && panel % 2 == 1;
    return point;
}

FigurePoint edge(const Step &step, int panel)
{
    const auto &from = variants.at(step.from);
    const auto &to = variants.at(step.to);
    FigurePoint point{.x = from.x, .y = static_cast<double>(from.level)};
    point.end = QPointF(to.x, to.level);
    point.value = step.constraint == 3 ? 4.2 + panel : to.value - from.value;
    point.text = (*point.value < 0 ? u"−"_s : u"+"_s) % QString::number(std::abs(*point.value), 'f', 1);
    point.detail = u"Paired differences."_s;
    return point;
}

} // namespace

FigureSpec heatMap(int rows, int columns)
{
    static const QStringList variantNames{
        u"none"_s, u"A"_s, u"S"_s, u"P"_s, u"AS"_s, u"AP"_s, u"SO"_s, u"PO"_s, u"ASO"_s, u"APO"_s};
    FigureSpec spec{.name = u"heatmap"_s, .title = u"Tasks and configurations"_s, .shape = FigureShape::Heat};
    spec.color = {.title = u"A% (strict)"_s, .minimum = 0, .maximum = 100};
    spec.x.title = u"Configuration"_s;
    FigureSeries series{.name = u"A%"_s, .joined = false};
    for (int column = 0; column < columns; ++column)
        spec.x.categories << names[column % 6] % (column < 6 ? u" · Mini-SWE"_s : u" · OpenHands"_s);
    for (int row = 0; row < rows; ++row) {
        spec.y.categories << frameworks[row / 10 % 8] % u' ' % variantNames[row % 10];
        for (int column = 0; column < columns; ++column) {
            if ((row * columns + column) % 13 == 5)
                continue;
            const double value
                = std::clamp(104.0 - row % 10 * 9 - column * 3 + (row * 7 + column * 5) % 11, 0.0, 100.0);
            FigurePoint point{.x = static_cast<double>(column), .y = static_cast<double>(row)};
            point.value = value;
            point.text = QString::number(std::round(value)) % (value >= 99.5 ? u" ✓"_s : QString());
            point.hollow = (row + column) % 17 == 3;
            point.detail = u"A% of one task."_s;
            series.points.push_back(point);
        }
    }
    spec.series = {series};
    return spec;
}

FigureSpec agreementMatrix()
{
    FigureSpec spec{.name = u"agreement"_s, .title = u"Agreement"_s, .shape = FigureShape::Heat};
    const QStringList categories{u"Data layer"_s, u"Business logic"_s, u"Routing"_s, u"Configuration"_s, u"Other"_s};
    spec.x = {.title = u"anna"_s, .categories = categories};
    spec.y = {.title = u"ben (reference)"_s, .categories = categories};
    spec.color = {.title = u"Runs"_s, .minimum = 0, .maximum = 41, .kind = CellKind::Count};
    FigureSeries series{.name = u"Runs"_s, .joined = false};
    for (int row = 0; row < 5; ++row) {
        for (int column = 0; column < 5; ++column) {
            const int count = row == column ? 41 - 8 * row : (row * 3 + column) % 4;
            FigurePoint point{.x = static_cast<double>(column), .y = static_cast<double>(row)};
            point.value = count;
            point.text = QString::number(count);
            series.points.push_back(point);
        }
    }
    spec.series = {series};
    return spec;
}

FigureSpec lattice(int panels, bool asSeries)
{
    static const QStringList constraints{u"Clean Architecture"_s, u"SQLite"_s, u"PostgreSQL"_s, u"ORM"_s};
    FigureSpec spec{.name = u"lattice"_s, .title = u"Constraint lattice"_s, .shape = FigureShape::Lattice};
    spec.x = {.minimum = -2.1, .maximum = 2.1};
    spec.y.categories = {u"L0"_s, u"L1"_s, u"L2"_s, u"L3"_s};
    spec.color = {.title = u"ΔA% in percentage points"_s,
        .minimum = -30,
        .maximum = 30,
        .diverging = true,
        .kind = CellKind::Points};
    spec.nodeColor = {.title = u"A% (strict)"_s};
    if (panels > 1)
        spec.panels = frameworks.first(panels);
    for (int panel = 0; panel < panels; ++panel) {
        for (int constraint = 0; constraint < (asSeries ? 4 : 1); ++constraint) {
            FigureSeries edges{.name = asSeries ? constraints[constraint] : u"Constraints added"_s,
                .line = static_cast<LineStyle>(constraint),
                .joined = false,
                .panel = panel};
            for (const auto &step : steps) {
                if (!asSeries || step.constraint == constraint)
                    edges.points.push_back(edge(step, panel));
            }
            spec.series.push_back(edges);
        }
        FigureSeries nodes{.name = u"Variants"_s, .joined = false, .panel = panel};
        for (const auto &variant : variants)
            nodes.points.push_back(node(variant, panel));
        spec.series.push_back(nodes);
    }
    return spec;
}

FigureSpec scatter(int series)
{
    FigureSpec spec{
        .name = u"pass-vs-a"_s, .title = u"pass@1 against A%"_s, .shape = FigureShape::Scatter, .diagonal = true};
    spec.x = {.title = u"A% (strict)"_s, .minimum = 0, .maximum = 100};
    spec.y = {.title = u"pass@1, %"_s, .minimum = 0, .maximum = 100};
    for (int i = 0; i < series; ++i) {
        FigureSeries made{.name = names[i % 6], .color = i, .marker = i, .joined = false};
        for (int level = 0; level < 4; ++level) {
            const double x = 92.0 - i * 8 - level * (11.0 + i % 3 * 4);
            FigurePoint point{.x = x, .y = x * x / 130 + i * 3};
            point.low = point.y - 6;
            point.high = point.y + 6;
            point.xLow = x - 5;
            point.xHigh = x + 5;
            point.name = u"L%1"_s.arg(level);
            point.text = point.name;
            point.detail = u"Both shares."_s;
            point.hollow = i == 1 && level == 3;
            made.points.push_back(point);
        }
        spec.series.push_back(made);
    }
    return spec;
}

} // namespace Decayscope::Test
