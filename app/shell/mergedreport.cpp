// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mergedreport.h"

namespace Decayscope {

ImportReport mergedReport(const QStringList &paths, const std::vector<Result<MergeReport>> &reports)
{
    ImportReport whole;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const auto path = paths.value(static_cast<qsizetype>(i));
        if (!reports[i]) {
            whole.refused.push_back({.path = path, .reason = reports[i].error().message});
            continue;
        }
        const auto &report = *reports[i];
        whole.imported += report.added;
        whole.updated += report.updated;
        whole.unchanged += report.unchanged;
        whole.labels += report.labels;
        whole.tasks += report.tasks;
        for (const auto &warning : report.warnings)
            whole.warnings.push_back({.path = path, .reason = warning});
    }
    return whole;
}

} // namespace Decayscope
