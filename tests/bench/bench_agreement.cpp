// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long all coefficients of five annotators over 10,000 items take with 10,000 bootstrap draws, each item a
// cluster of its own and in clusters of tasks, how much longer the same would take by resampling the items themselves
// (measured over fewer draws), and how long the whole report on two of the annotators takes.

#include <agreement/agreementreport.h>
#include <stats/agreement.h>
#include <stats/counterrandom.h>

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace Decayscope;

namespace {

constexpr int items = 10'000;
constexpr int annotators = 5;
constexpr int categories = 13;
constexpr int tasks = 80;
constexpr int draws = 10'000;
constexpr int naiveDraws = 20;
constexpr double budgetSeconds = 2;

/// Mostly right, sometimes wrong, now and then missing.
RatingTable madeUpRatings()
{
    CounterRandom random(1);
    RatingTable table{.categories = categories};
    for (int item = 0; item < items; ++item) {
        const auto truth = static_cast<int>(random.below(categories));
        auto &unit = table.units.emplace_back();
        for (int i = 0; i < annotators; ++i) {
            const auto fate = random.below(20);
            if (fate == 0)
                unit.emplace_back();
            else
                unit.emplace_back(fate < 5 ? static_cast<int>(random.below(categories)) : truth);
        }
    }
    return table;
}

std::vector<AgreementMeasure> measures()
{
    using enum AgreementMeasure;
    return {Accuracy, CohenKappa, WeightedKappa, Pabak, GwetAc1, FleissKappa, KrippendorffAlpha};
}

double secondsFor(const RatingTable &table)
{
    const std::vector<int> parents{0, 0, 0, 0, 0, 0, 6, 7, 8, 9, 10, 11, 12};
    QElapsedTimer timer;
    timer.start();
    const auto found = bootstrapped(table, measures(), {.draws = draws, .weights = treeWeights(parents)});
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    std::printf(
        "  kappa %.4f [%.4f, %.4f]\n", found[1].value.value_or(0), found[1].low.value_or(0), found[1].high.value_or(0));
    return seconds;
}

/// A new table of items for every draw.
double naiveSecondsFor(const RatingTable &table)
{
    CounterRandom random(2);
    QElapsedTimer timer;
    timer.start();
    for (int draw = 0; draw < naiveDraws; ++draw) {
        RatingTable drawn{.categories = table.categories};
        for (std::size_t i = 0; i < table.units.size(); ++i)
            drawn.units.push_back(table.units[random.below(table.units.size())]);
        static_cast<void>(bootstrapped(drawn, measures(), {.draws = 0}));
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1e9 / naiveDraws * draws;
}

/// The ratings as labels of a sample that all annotators have labelled.
LabelBook madeUpLabels(const RatingTable &table)
{
    QStringList codes;
    for (const auto &code : studyCodebook().codes)
        codes << code.id;
    LabelBook book{.codebooks = {studyCodebook()}};
    Sample sample{.id = QStringLiteral("sample")};
    for (int item = 0; item < items; ++item) {
        LabelRow row{.item = {.sample = sample.id, .item = item}, .run = RunId{item + 1}};
        row.target = {.runtime = QStringLiteral("uv"),
            .task = QStringLiteral("task-%1").arg(item % tasks),
            .trial = item,
            .date = QStringLiteral("2026-04-01T12-00-00")};
        sample.items.push_back({.target = row.target});
        for (int i = 0; i < annotators; ++i) {
            const auto rating = table.units[static_cast<std::size_t>(item)][static_cast<std::size_t>(i)];
            if (!rating)
                continue;
            const auto *code = studyCodebook().find(codes[*rating % codes.size()]);
            row.annotator = QStringLiteral("annotator-%1").arg(i);
            row.label = {.code = code->parent.isEmpty() ? code->id : code->parent,
                .subcode = code->parent.isEmpty() ? QString() : code->id,
                .codebook = studyCodebook().id,
                .version = 1};
            row.time = QStringLiteral("2026-11-%1T10:00:00.000Z").arg(1 + item % 28, 2, 10, QChar(u'0'));
            book.rows.push_back(row);
        }
    }
    book.samples.push_back(std::move(sample));
    std::ranges::stable_sort(book.rows, {}, &LabelRow::target);
    return book;
}

double secondsForReport(const LabelBook &book)
{
    QElapsedTimer timer;
    timer.start();
    const auto report = agreementReport(
        book, {.by = QStringLiteral("annotator-0"), .against = QStringLiteral("annotator-1"), .draws = draws});
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    std::printf("  report: kappa %.4f of %d runs\n", report ? report->kappa.value.value_or(0) : 0.0,
        report ? report->kappa.units : 0);
    return seconds;
}

} // namespace

int main()
{
    auto table = madeUpRatings();
    const double alone = secondsFor(table);
    const double naive = naiveSecondsFor(table);
    for (int item = 0; item < items; ++item)
        table.clusters.push_back(item % tasks);
    const double clustered = secondsFor(table);
    const double report = secondsForReport(madeUpLabels(table));
    std::printf("every item alone: %.3f s (budget %.0f s)\n", alone, budgetSeconds);
    std::printf("in %d tasks:      %.3f s\n", tasks, clustered);
    std::printf("whole report:     %.3f s (budget %.0f s)\n", report, budgetSeconds);
    std::printf("by items:         %.1f s, %.0f times as long\n", naive, naive / alone);
    return alone < budgetSeconds && report < budgetSeconds ? 0 : 1;
}
