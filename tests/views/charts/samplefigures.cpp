// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplefigures.h"

#include <algorithm>

namespace Decayscope::Test {

namespace {

FigurePoint point(int series, int level)
{
    const double y = std::max(2.0, 92.0 - series * 7 - level * (9.0 + series % 4 * 3));
    FigurePoint made{.x = static_cast<double>(level), .y = y, .low = y - 9 - level, .high = y + 9 + level, .n = 8};
    made.detail = QStringLiteral("Mean %1 over 8 tasks.").arg(y, 0, 'f', 1);
    made.hollow = series == 1 && level == 3;
    made.runs.models = {QStringLiteral("model-%1").arg(series)};
    made.runs.levels = {level};
    return made;
}

} // namespace

FigureSpec curves(int count)
{
    static const QStringList names{QStringLiteral("GPT-5-mini"), QStringLiteral("Qwen3-Coder-Next"),
        QStringLiteral("Qwen3-235B"), QStringLiteral("MiniMax-M2.5"), QStringLiteral("Kimi-K2.5"),
        QStringLiteral("GPT-5.2")};
    FigureSpec spec{.name = QStringLiteral("decay"), .title = QStringLiteral("Decay curves")};
    spec.summary = QStringLiteral("Quality falls from L0 to L3.");
    spec.x = {.categories = {QStringLiteral("L0"), QStringLiteral("L1"), QStringLiteral("L2"), QStringLiteral("L3")},
        .subLabels
        = {QStringLiteral("n = 8"), QStringLiteral("n = 24"), QStringLiteral("n = 32"), QStringLiteral("n = 16")}};
    spec.y = {.title = QStringLiteral("A% (strict), mean over tasks"), .minimum = 0, .maximum = 100};
    for (int i = 0; i < count; ++i) {
        FigureSeries series{
            .name = names[i % 6] % (i < 6 ? QStringLiteral(" · Mini-SWE") : QStringLiteral(" · OpenHands")),
            .color = i % 6};
        series.line = i < 6 ? LineStyle::Solid : LineStyle::Dash;
        series.marker = i < 6 ? 0 : 1;
        for (int level = 0; level < 4; ++level)
            series.points.push_back(point(i, level));
        spec.series.push_back(series);
    }
    if (count > 0)
        spec.references = {{.name = QStringLiteral("published"), .color = 0, .x = 0, .y = 51.7},
            {.name = QStringLiteral("published"), .color = 0, .x = 3, .y = 23.7}};
    return spec;
}

FigureSpec forest()
{
    FigureSpec spec{.name = QStringLiteral("marginal-effects"),
        .title = QStringLiteral("Marginal effects"),
        .shape = FigureShape::Forest};
    spec.summary = QStringLiteral("Databases cost most.");
    spec.x = {.title = QStringLiteral("Δ A%, percentage points"), .minimum = -30, .maximum = 10, .zeroLine = true};
    spec.y.categories = {QStringLiteral("Clean Architecture"), QStringLiteral("PostgreSQL"), QStringLiteral("SQLite"),
        QStringLiteral("SQLAlchemy"), QStringLiteral("Sequelize")};
    FigureSeries series{.name = QStringLiteral("Marginal effect"), .joined = false};
    const std::vector<double> means{-9.1, -19.3, -14.3, -1.5, -0.6};
    for (std::size_t i = 0; i < means.size(); ++i) {
        spec.y.subLabels << QStringLiteral("n = %1").arg(40 + 10 * i);
        FigurePoint made{
            .x = means[i], .y = static_cast<double>(i), .low = means[i] - 3.5, .high = means[i] + 3.5, .n = 40};
        made.detail = QStringLiteral("%1 over 40 pairs.").arg(means[i]);
        series.points.push_back(made);
        spec.references.push_back({.name = QStringLiteral("published"),
            .x = means[i] + 1,
            .y = static_cast<double>(i),
            .low = means[i] - 1,
            .high = means[i] + 3});
    }
    spec.series = {series};
    return spec;
}

FigureSpec stacked()
{
    FigureSpec spec{
        .name = QStringLiteral("taxonomy"), .title = QStringLiteral("Why runs failed"), .shape = FigureShape::Stacked};
    spec.x = {.title = QStringLiteral("Model"),
        .categories = {QStringLiteral("gpt-5-mini"), QStringLiteral("gpt-5.4"), QStringLiteral("minimax-m2.5"),
            QStringLiteral("a-model-with-a-name-that-is-far-too-long-for-its-bar")},
        .subLabels
        = {QStringLiteral("n = 200"), QStringLiteral("n = 103"), QStringLiteral("n = 145"), QStringLiteral("n = 194")}};
    spec.y = {.title = QStringLiteral("Share of labelled failed runs, %"), .minimum = 0, .maximum = 100};
    std::vector<double> tops(4);
    const std::vector<double> shares{30, 20, 14, 10, 8, 6, 5, 4, 2, 1};
    for (std::size_t category = 0; category < shares.size(); ++category) {
        FigureSeries series{
            .name = QStringLiteral("Category %1").arg(category), .color = static_cast<int>(category), .joined = false};
        for (std::size_t bar = 0; bar < tops.size(); ++bar) {
            const double share = category == 1 && bar == 1 ? 0 : shares[category];
            FigurePoint made{.x = static_cast<double>(bar), .y = share, .base = tops[bar], .n = 100};
            made.detail = QStringLiteral("%1 of 100 labelled runs.").arg(share);
            made.runs.models = {spec.x.categories[static_cast<qsizetype>(bar)]};
            series.points.push_back(made);
            tops[bar] += share;
        }
        spec.series.push_back(series);
    }
    return spec;
}

FigureSpec dots()
{
    FigureSpec spec{.name = QStringLiteral("sensitivity"),
        .title = QStringLiteral("Framework sensitivity"),
        .shape = FigureShape::Dots};
    spec.x.categories
        = {QStringLiteral("express"), QStringLiteral("koa"), QStringLiteral("flask"), QStringLiteral("fastify"),
            QStringLiteral("hono"), QStringLiteral("aiohttp"), QStringLiteral("fastapi"), QStringLiteral("django")};
    spec.y = {.title = QStringLiteral("A% (strict), mean over runs"), .minimum = 0, .maximum = 100};
    const auto curvesOfThree = curves(3);
    for (std::size_t s = 0; s < curvesOfThree.series.size(); ++s) {
        auto series = curvesOfThree.series[s];
        series.joined = false;
        series.marker = static_cast<int>(s);
        series.points.clear();
        for (int i = 0; i < 8; ++i) {
            auto made = point(static_cast<int>(s), i % 4);
            made.x = i;
            series.points.push_back(made);
        }
        spec.series.push_back(series);
    }
    return spec;
}

FigureSpec slope(int count)
{
    auto spec = curves(count);
    spec.name = QStringLiteral("slope");
    spec.title = QStringLiteral("What falls from L0 to L3");
    spec.shape = FigureShape::Slope;
    spec.references.clear();
    spec.x.categories = {QStringLiteral("L0"), QStringLiteral("L3")};
    spec.x.subLabels = {QStringLiteral("n = 8"), QStringLiteral("n = 16")};
    for (auto &series : spec.series) {
        series.points.erase(series.points.begin() + 1, series.points.begin() + 3);
        series.points.back().x = 1;
    }
    return spec;
}

FigureSpec smallMultiples(int count)
{
    const auto all = curves(count);
    auto spec = curves(0);
    spec.name = QStringLiteral("verifier-impact");
    spec.title = QStringLiteral("What verifiers change");
    for (int i = 0; i < count; ++i) {
        const auto &base = all.series[static_cast<std::size_t>(i)];
        spec.panels << base.name;
        for (const bool isRaw : {false, true}) {
            auto series = base;
            series.name = isRaw ? QStringLiteral("Raw") : QStringLiteral("Strict");
            series.color = isRaw ? 1 : 0;
            series.line = isRaw ? LineStyle::Dash : LineStyle::Solid;
            series.panel = i;
            for (auto &made : series.points)
                made.y += isRaw ? 5 : 0;
            spec.series.push_back(series);
        }
    }
    return spec;
}

FigureSpec tokens()
{
    auto spec = curves(4);
    spec.name = QStringLiteral("tokens");
    spec.title = QStringLiteral("Tokens by level");
    spec.references.clear();
    spec.y = {.title = QStringLiteral("Input tokens a run, mean"), .minimum = 20'000, .maximum = 4'000'000};
    spec.y.logarithmic = true;
    spec.y.kind = CellKind::Count;
    double height = 30'000;
    for (auto &series : spec.series) {
        for (auto &made : series.points) {
            made.y = height * (1 + made.x);
            made.low = made.y * 0.8;
            made.high = made.y * 1.2;
        }
        height *= 3;
    }
    return spec;
}

FigureSpec heat(int rows, int columns)
{
    FigureSpec spec{
        .name = QStringLiteral("heatmap"), .title = QStringLiteral("Every task"), .shape = FigureShape::Heat};
    spec.color = {.title = QStringLiteral("A% (strict)"), .minimum = 0, .maximum = 100};
    for (int i = 0; i < rows; ++i)
        spec.y.categories << QStringLiteral("express-rest-L%1-task-%2").arg(i % 4).arg(i);
    const auto named = curves(columns);
    FigureSeries series{.name = QStringLiteral("A%")};
    for (int column = 0; column < columns; ++column) {
        spec.x.categories << named.series[static_cast<std::size_t>(column)].name;
        for (int row = 0; row < rows; ++row) {
            FigurePoint made{.x = static_cast<double>(column), .y = static_cast<double>(row)};
            made.value = (row * 7 + column * 13) % 101;
            made.text = QString::number(*made.value);
            series.points.push_back(made);
        }
    }
    spec.series = {series};
    return spec;
}

FigureSpec scatter()
{
    FigureSpec spec{
        .name = QStringLiteral("subset"), .title = QStringLiteral("Subset and all"), .shape = FigureShape::Scatter};
    spec.x = {.title = QStringLiteral("A% of all tasks")};
    spec.y = {.title = QStringLiteral("A% of the subset")};
    spec.diagonal = true;
    for (int s = 0; s < 3; ++s) {
        FigureSeries series{.name = QStringLiteral("L%1").arg(s), .color = s, .marker = s, .joined = false};
        for (int i = 0; i < 5; ++i) {
            auto made = point(s, i % 4);
            made.x = 12 + s * 5 + i * 16;
            made.y = 90 - i * 17 + s * 4;
            made.low = made.y - 6;
            made.high = made.y + 6;
            series.points.push_back(made);
        }
        spec.series.push_back(series);
    }
    return spec;
}

} // namespace Decayscope::Test
