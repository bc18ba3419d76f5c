// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mixedimport.h"

#include "labelimporter.h"
#include "taskfiles.h"

#include <store/runstore.h>

#include <QElapsedTimer>

#include <algorithm>
#include <iterator>

namespace Decayscope {

namespace {

/// Runs in the store where no runs are imported.
Result<ImportReport> reportWithoutRuns(const PerformWrite &perform)
{
    ImportReport report;
    auto counted = perform([&](Connection &connection) {
        return countRuns(connection).transform([&](qint64 runs) { report.runs = static_cast<int>(runs); });
    });
    return counted.transform([&] { return report; });
}

/// The paths of a kind, taken out of the others.
template <typename IsOfKind>
QStringList takenOut(QStringList &paths, IsOfKind isOfKind)
{
    const auto rest = std::stable_partition(paths.begin(), paths.end(), isOfKind);
    const QStringList taken(paths.begin(), rest);
    paths.erase(paths.begin(), rest);
    return taken;
}

void append(std::vector<ImportIssue> &issues, const std::vector<ImportIssue> &more)
{
    std::ranges::copy(more, std::back_inserter(issues));
}

} // namespace

Result<ImportReport> importAnything(ImportJob job, const Progress &progress)
{
    QElapsedTimer time;
    time.start();
    const auto perform = job.perform;
    LabelImporter labels(job.options.annotator, perform);
    labels.read(takenOut(job.paths, [](const QString &path) { return isLabelFile(path); }), progress);
    TaskFileImporter tasks(perform);
    tasks.read(takenOut(job.paths, &holdsTaskFiles), progress);
    job.paths += labels.runFolders();
    auto report = job.paths.isEmpty() ? reportWithoutRuns(perform) : runImport(job, progress);
    if (!report)
        return report;
    if (auto done = labels.merge(progress).and_then([&] { return tasks.store(); }); !done)
        return std::unexpected(std::move(done.error()));
    report->labels = labels.report().added;
    report->tasks = tasks.stored();
    append(report->refused, labels.report().refused);
    append(report->refused, tasks.refused());
    append(report->warnings, labels.report().warnings);
    append(report->warnings, tasks.warnings());
    report->cancelled = progress.isCancelled();
    report->seconds = static_cast<double>(time.nsecsElapsed()) * 1e-9;
    return report;
}

} // namespace Decayscope
