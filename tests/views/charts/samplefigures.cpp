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

} // namespace Decayscope::Test
