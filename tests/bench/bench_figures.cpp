// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long every figure and its data table take from runs in memory after a change of the filter, at the size of
// the study (11 configurations, 2,184 runs) and at five times that, and the ratio of both: it should stay near five.

#include <figures/figurecatalogue.h>
#include <figures/figuretable.h>

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace Decayscope;

namespace {

constexpr int configurations = 11;
constexpr int fullSets = 8;
constexpr int times = 5;
constexpr double budgetSeconds = 0.1; ///< Of each figure.

/// Shares that vary without a generator of random numbers.
int passedOf(const Run &run)
{
    return static_cast<int>((static_cast<unsigned>(run.id.value) * 2654435761U) >> 16 & 0xff) + 30;
}

/// Every second run is labelled by two, who differ now and then, in two rounds.
void label(LabelBook &book, const Run &run)
{
    static const auto codebook = studyCodebook();
    const auto place = static_cast<std::size_t>(run.id.value);
    if (place % 2 != 0)
        return;
    const auto &sample = book.samples[place / 2 % 2];
    for (const auto *annotator : {"ada", "bob"}) {
        const bool differs = place % 14 == 0 && annotator[0] == 'b';
        LabelRow row{.annotator = QString::fromLatin1(annotator), .target = targetOf(run.key)};
        row.item = {.sample = sample.id, .item = static_cast<int>(place), .occurrence = 0};
        row.run = run.id;
        row.label = {.code = differs ? QStringLiteral("logic_error") : QStringLiteral("schema_format_error"),
            .codebook = codebook.id,
            .version = 1};
        if (place % 3 == 0)
            row.label.code = QStringLiteral("stuck_in_loop");
        book.rows.push_back(std::move(row));
    }
}

std::shared_ptr<const LabelBook> madeUpLabels(const StudySnapshot &study)
{
    auto book = std::make_shared<LabelBook>();
    book->codebooks = {studyCodebook()};
    for (const int round : {1, 2}) {
        Sample sample{.id = QStringLiteral("sample-%1").arg(round)};
        sample.design.round = round;
        book->samples.push_back(std::move(sample));
    }
    for (const auto &run : study.runs)
        label(*book, run);
    std::ranges::stable_sort(book->rows, {}, &LabelRow::target);
    return book;
}

StudySnapshot madeUpStudy(int trials)
{
    StudySnapshot study;
    for (int number = 0; number < configurations; ++number) {
        const Configuration configuration{
            .scaffold = number % 2 == 0 ? QStringLiteral("mini_swe_sdk") : QStringLiteral("openhands_sdk"),
            .model = QStringLiteral("model-%1").arg(number)};
        for (const auto &task : number < fullSets ? generationTasks() : pipelineSubset()) {
            for (int trial = 0; trial < trials; ++trial) {
                Run run{.id = RunId{std::ssize(study.runs) + 1},
                    .task = task,
                    .assertions = 290,
                    .termination = Termination::Submitted};
                run.key = {task.runtime, configuration, task.name, QStringLiteral("2026-04-01T12-00-00"), trial};
                run.passed = passedOf(run);
                run.failed = run.assertions - run.passed;
                run.tokens = TokenCount{.input = 100'000 + 10 * run.id.value, .output = 2'000};
                study.runs.push_back(std::move(run));
            }
        }
    }
    study.styles = completedStyles({}, study.runs);
    return study;
}

struct Timed
{
    QString name;
    double seconds = 1e9; ///< The fastest of some.
};

QString facetWord(FigureFacet facet)
{
    switch (facet) {
    case FigureFacet::None:
        return {};
    case FigureFacet::Model:
        return QStringLiteral(" by model");
    case FigureFacet::Scaffold:
        return QStringLiteral(" by scaffold");
    case FigureFacet::Framework:
        return QStringLiteral(" by framework");
    }
    return {};
}

/// Seconds to build a figure and its table; absent where it cannot be built.
std::optional<double> secondsFor(const FigureInfo &info, const StudySnapshot &study, const FigureRequest &request)
{
    double best = 1e9;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto figure = buildFigure(info.name, study, request);
        if (!figure || tableOfFigure(*figure).rows.empty())
            return {};
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    return best;
}

/// Every figure with every facet, plain and with all of its runs chosen one by one.
std::vector<Timed> timesOf(const StudySnapshot &study)
{
    FigureRequest plain{.labels = madeUpLabels(study)};
    auto chosen = plain;
    chosen.filter.only.emplace();
    for (const auto &run : study.runs)
        chosen.filter.only->insert(run.id);
    std::vector<Timed> all;
    for (const auto &info : figureCatalogue()) {
        auto facets = info.facets;
        facets.insert(facets.begin(), FigureFacet::None);
        for (const auto facet : facets) {
            plain.facet = chosen.facet = facet;
            all.push_back({info.name + facetWord(facet), secondsFor(info, study, plain).value_or(1e9)});
        }
        chosen.facet = FigureFacet::None;
        all.push_back({info.name + QStringLiteral(", chosen runs"), secondsFor(info, study, chosen).value_or(1e9)});
    }
    return all;
}

} // namespace

int main()
{
    const auto study = madeUpStudy(3);
    const auto small = timesOf(study);
    const auto large = timesOf(madeUpStudy(15));
    double slowest = 0;
    for (std::size_t i = 0; i < small.size(); ++i) {
        slowest = std::max(slowest, small[i].seconds);
        std::printf("%-34s %8.2f ms %8.2f ms   ratio %5.2f\n", qPrintable(small[i].name), small[i].seconds * 1e3,
            large[i].seconds * 1e3, large[i].seconds / small[i].seconds);
    }
    std::printf("%zu runs: the slowest figure takes %.3f of the budget of %.0f ms\n", study.runs.size(),
        slowest / budgetSeconds, budgetSeconds * 1e3);
    return slowest <= budgetSeconds ? 0 : 1;
}
