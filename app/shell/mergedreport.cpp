// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mergedreport.h"

#include <QCoreApplication>

#include <utility>

namespace Decayscope {

namespace {

/// What reports of both kinds count alike.
constexpr std::pair<int ImportReport::*, int MergeReport::*> counts[]{
    {&ImportReport::imported, &MergeReport::added},
    {&ImportReport::updated, &MergeReport::updated},
    {&ImportReport::unchanged, &MergeReport::unchanged},
    {&ImportReport::labels, &MergeReport::labels},
    {&ImportReport::samples, &MergeReport::samples},
    {&ImportReport::codebooks, &MergeReport::codebooks},
    {&ImportReport::tasks, &MergeReport::tasks},
};

void add(const QString &path, const MergeReport &report, ImportReport &whole)
{
    for (const auto &[sum, count] : counts)
        whole.*sum += report.*count;
    whole.bytes += report.bytes;
    whole.cancelled = whole.cancelled || report.cancelled;
    for (const auto &warning : report.warnings)
        whole.warnings.push_back({.path = path, .reason = warning});
}

void add(const QString &path, const Error &error, ImportReport &whole)
{
    if (error.kind != ErrorKind::Cancelled) {
        whole.refused.push_back({.path = path, .reason = error.message});
        return;
    }
    whole.cancelled = true;
    whole.warnings.push_back({.path = path,
        .reason = QCoreApplication::translate(
            "Decayscope::StudyController", "Merging was cancelled before this study was begun.")});
}

} // namespace

ImportReport mergedReport(const QStringList &paths, const std::vector<Result<MergeReport>> &reports)
{
    ImportReport whole;
    std::vector<qint64> imports;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const auto path = paths.value(static_cast<qsizetype>(i));
        if (!reports[i]) {
            add(path, reports[i].error(), whole);
            continue;
        }
        add(path, *reports[i], whole);
        if (reports[i]->importId > 0)
            imports.push_back(reports[i]->importId);
    }
    whole.importId = imports.size() == 1 ? imports.front() : 0;
    return whole;
}

} // namespace Decayscope
