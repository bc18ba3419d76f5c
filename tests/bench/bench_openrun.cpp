// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long opening a run takes: every run of the study file named on the command line (0.1 s each), or of the
// tree that is imported into it first; and a run of 130 MB (0.35 s).

#include <store/importlog.h>
#include <store/runwriter.h>
#include <workspace/workspace.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Decayscope;

namespace {

constexpr double budget = 0.1;
constexpr double largeBudget = 0.35;
constexpr int largeTurns = 2000;
constexpr int largeTurnBytes = 65'000;

Verifiers judgingNothing()
{
    const Verifier none{
        QStringLiteral("none"), [](QByteArrayView, ConstraintSet) { return std::vector<ConstraintVerdict>(); }};
    return {.reference = none, .syntax = none};
}

double secondsToOpen(const QString &store, RunId run)
{
    QElapsedTimer time;
    time.start();
    const auto reading = openRunInStore(store, run);
    const auto seconds = static_cast<double>(time.nsecsElapsed()) * 1e-9;
    return reading ? seconds : 1e9;
}

void printRatio(const char *what, double seconds, double allowed)
{
    std::printf("%-28s %8.4f s   %5.2f of the budget of %.2f s\n", what, seconds, seconds / allowed, allowed);
}

RunBundle largeRun()
{
    RunBundle bundle{.origin = QStringLiteral("made up"), .contentHash = "large"};
    bundle.key
        = {.runtime = QStringLiteral("uv"), .task = QStringLiteral("large"), .date = QStringLiteral("2026-01-01")};
    bundle.task = {.kind = TaskKind::Other, .runtime = bundle.key.runtime, .name = bundle.key.task};
    Document trajectory{.kind = DocumentKind::Trajectory, .path = QStringLiteral("trajectory.json")};
    trajectory.bytes = R"({"status":"Submitted","trajectories":[)";
    unsigned state = 1;
    for (int turn = 0; turn < largeTurns; ++turn) {
        const auto start = trajectory.bytes.size();
        trajectory.bytes += R"({"role":"user","content":")";
        while (trajectory.bytes.size() < start + largeTurnBytes) {
            state = state * 1664525U + 1013904223U;
            trajectory.bytes += "word" + QByteArray::number(state >> 20U) + ' ';
        }
        trajectory.bytes += R"("})";
        bundle.turns.push_back({.index = turn, .text = {}, .offset = start, .length = trajectory.bytes.size() - start});
        trajectory.bytes += ',';
    }
    trajectory.bytes.chop(1);
    trajectory.bytes += "]}";
    bundle.documents.push_back(std::move(trajectory));
    return bundle;
}

double secondsToOpenLarge()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("large.decayscope"));
    {
        auto connection = Connection::open(path, OpenMode::CreateOrReadWrite);
        const auto import = connection ? beginImport(*connection, {}) : Result<qint64>(0);
        RunWriter writer(*connection);
        if (!writer.write(prepareRun(largeRun(), {}), import.value_or(0)))
            return 1e9;
    }
    double best = 1e9;
    for (int i = 0; i < 5; ++i)
        best = std::min(best, secondsToOpen(path, {.value = 1}));
    return best;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() > 2 && !QFileInfo::exists(arguments[1])) {
        if (!importIntoStore(arguments[1], arguments.sliced(2), {}, judgingNothing(), {}))
            return 1;
    }
    if (arguments.size() > 1) {
        const auto study = readSnapshot(arguments[1]);
        if (!study)
            return 1;
        std::vector<double> seconds;
        for (const auto &run : study->runs)
            seconds.push_back(secondsToOpen(arguments[1], run.id));
        std::ranges::sort(seconds);
        std::printf("%zu runs\n", seconds.size());
        if (!seconds.empty()) {
            printRatio("the run in the middle", seconds[seconds.size() / 2], budget);
            printRatio("the slowest", seconds.back(), budget);
        }
    }
    printRatio("130 MB, best of five", secondsToOpenLarge(), largeBudget);
    return 0;
}
