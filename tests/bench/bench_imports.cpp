// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <imports/runreader.h>
#include <imports/runsource.h>

#include <QElapsedTimer>
#include <QTextStream>

#include <sys/resource.h>

#include <ctime>

using namespace Decayscope;

namespace {

struct Sums
{
    qint64 runs = 0;
    qint64 bytes = 0;
    qint64 turns = 0;
    qint64 warnings = 0;
    double loading = 0;
    double reading = 0;
};

double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

bool readAll(RunSource &source, Sums &sums)
{
    for (;;) {
        const auto run = source.next({});
        if (!run)
            QTextStream(stdout) << run.error().message << '\n';
        if (!run || !*run)
            return run.has_value();
        const auto start = processorSeconds();
        auto files = (*run)->load();
        if (!files)
            return false;
        const auto loaded = processorSeconds();
        const auto bundle = readRun(**run, std::move(*files));
        sums.loading += loaded - start;
        sums.reading += processorSeconds() - loaded;
        ++sums.runs;
        sums.bytes += bundle.bytes;
        sums.turns += std::ssize(bundle.turns);
        sums.warnings += std::ssize(bundle.warnings);
    }
}

} // namespace

/// Finds, loads and reads every run of the folder or archive given, in one thread, and prints where the time went.
int main(int argc, char *argv[])
{
    QTextStream out(stdout);
    if (argc != 2) {
        out << "usage: bench_imports FOLDER|ARCHIVE\n";
        return 2;
    }
    QElapsedTimer clock;
    clock.start();
    const auto source = openRunSource(QString::fromLocal8Bit(argv[1]), {});
    if (!source) {
        out << source.error().message << '\n';
        return 1;
    }
    const auto scanned = processorSeconds();
    Sums sums;
    const auto whole = readAll(**source, sums);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    out << sums.runs << " runs, " << sums.turns << " turns, " << sums.warnings << " warnings, "
        << (*source)->refused().size() << " refused, " << sums.bytes / 1'000'000 << " MB\n"
        << "processor seconds: finding " << scanned << ", loading " << sums.loading << ", reading " << sums.reading
        << ", all " << processorSeconds() << "; wall " << static_cast<double>(clock.elapsed()) / 1000 << "; memory "
        << usage.ru_maxrss / 1024 << " MB\n";
    return whole ? 0 : 1;
}
