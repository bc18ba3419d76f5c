// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long four evaluations of the Express reference backend take beside each other and one after the other, the
// ratio, how long each step takes, and whether all of them say the same. Packages are fetched before the clock starts.

#include <QElapsedTimer>

#include <backends/backendlab.h>

#include <algorithm>
#include <cstdio>
#include <future>

using namespace Decayscope;
using namespace Decayscope::Test;

namespace {

constexpr std::size_t count = 4;

using Runs = std::vector<Result<LabRun>>;

Result<LabRun> evaluated(const BackendLab &lab)
{
    static const ReferenceBackend express{
        QStringLiteral("node"), QStringLiteral("express"), QStringLiteral("express"), {}};
    return lab.evaluateBackend(express);
}

Runs inARow(const BackendLab &lab)
{
    Runs runs;
    runs.reserve(count);
    std::generate_n(std::back_inserter(runs), count, [&lab] { return evaluated(lab); });
    return runs;
}

Runs besideEachOther(const BackendLab &lab)
{
    std::vector<std::future<Result<LabRun>>> futures;
    futures.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        futures.push_back(std::async(std::launch::async, [&lab] { return evaluated(lab); }));
    Runs runs;
    runs.reserve(count);
    for (auto &future : futures)
        runs.push_back(future.get());
    return runs;
}

/// Everything a run says, without times.
QStringList verdictsOf(const Result<LabRun> &run)
{
    if (!run)
        return {run.error().message};
    auto lines = run->printed();
    for (const auto &suite : run->record.suites)
        lines << failedChecks(suite);
    return lines;
}

void printSteps(const LabRun &run)
{
    for (const auto &step : run.record.steps)
        std::printf("  %-12s %6lld ms  %s\n", qPrintable(evaluationStepName(step.step)),
            static_cast<long long>(step.milliseconds), qPrintable(stepOutcomeName(step.outcome)));
}

/// Whether all runs say what the first one says; prints those that do not.
bool agree(const Runs &runs, const QStringList &first)
{
    return std::ranges::all_of(runs, [&first](const auto &run) {
        const auto said = verdictsOf(run);
        if (said != first)
            std::printf("One run says otherwise:\n  %s\n", qPrintable(said.join(QStringLiteral("\n  "))));
        return said == first;
    });
}

double secondsOf(const BackendLab &lab, Runs (*way)(const BackendLab &), const QStringList &first, bool &areEqual)
{
    QElapsedTimer timer;
    timer.start();
    const auto runs = way(lab);
    const auto seconds = static_cast<double>(timer.elapsed()) / 1000;
    areEqual = agree(runs, first) && areEqual;
    return seconds;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto lab = BackendLab::open();
    if (!lab) {
        std::printf("%s\n", qPrintable(lab.error().message));
        return 1;
    }
    const auto warm = evaluated(*lab);
    const auto first = verdictsOf(warm);
    std::printf("%s\n", qPrintable(first.join(u'\n')));
    if (!warm)
        return 1;
    printSteps(*warm);

    bool areEqual = true;
    const auto row = secondsOf(*lab, inARow, first, areEqual);
    const auto beside = secondsOf(*lab, besideEachOther, first, areEqual);
    std::printf(
        "%zu evaluations: %.2f s in a row, %.2f s beside each other, ratio %.2f\n", count, row, beside, beside / row);
    std::printf("all say the same: %s\n", areEqual ? "yes" : "no");
    return areEqual ? 0 : 1;
}
