// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long every table takes from runs in memory, at the size of the study (11 configurations, 2,184 runs) and
// at five times that, and the ratio of both: it should stay near five.

#include <figures/tablebuilder.h>

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace Decayscope;

namespace {

constexpr int configurations = 11;
constexpr int fullSets = 8;
constexpr int times = 5;
constexpr double budgetSeconds = 0.1;

/// Shares that vary without a generator of random numbers.
int passedOf(const Run &run)
{
    return static_cast<int>((static_cast<unsigned>(run.id.value) * 2654435761U) >> 16 & 0xff) + 30;
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
                run.tokens = TokenCount{.input = 100'000, .output = 2'000};
                study.runs.push_back(std::move(run));
            }
        }
    }
    study.styles = completedStyles({}, study.runs);
    return study;
}

/// The fastest of some rounds over all tables; each table's own time goes into `byTable`.
double secondsFor(const StudySnapshot &study, std::vector<double> &byTable)
{
    byTable.assign(tableCatalogue().size(), 1e9);
    double best = 1e9;
    for (int i = 0; i < times; ++i) {
        double sum = 0;
        for (std::size_t table = 0; table < byTable.size(); ++table) {
            QElapsedTimer timer;
            timer.start();
            const auto built = buildTable(tableCatalogue()[table].name, study);
            const auto seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
            if (!built)
                return 1e9;
            byTable[table] = std::min(byTable[table], seconds);
            sum += seconds;
        }
        best = std::min(best, sum);
    }
    return best;
}

} // namespace

int main()
{
    std::vector<double> small;
    std::vector<double> large;
    const auto study = madeUpStudy(3);
    const auto smallSeconds = secondsFor(study, small);
    const auto largeSeconds = secondsFor(madeUpStudy(15), large);
    for (std::size_t i = 0; i < small.size(); ++i)
        std::printf("%-18s %8.2f ms %8.2f ms\n", qPrintable(tableCatalogue()[i].name), small[i] * 1e3, large[i] * 1e3);
    std::printf("%-18s %8.2f ms %8.2f ms   ratio %.2f for 5 times the runs\n", "all tables", smallSeconds * 1e3,
        largeSeconds * 1e3, largeSeconds / smallSeconds);
    std::printf("%zu runs: %.3f of the budget of %.0f ms\n", study.runs.size(), smallSeconds / budgetSeconds,
        budgetSeconds * 1e3);
    return smallSeconds <= budgetSeconds ? 0 : 1;
}
