// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisrows.h"

#include <algorithm>

namespace Decayscope {

namespace {

using RowMaker = AnalysisRow (*)();

/// By group, in the order in which they are offered.
const std::vector<RowMaker> rowMakers{
    matchedDecayRow,
    interactionsRow,
    frameworkConstraintsRow,
    effectSizesRow,
    verifierSensitivityRow,
    missingCellsRow,
    incompleteDesignRow,
    mixedLogisticRow,
    clusteredLogisticRow,
    mixedLinearRow,
    clusteredLinearRow,
    intervalsRow,
    levelTestsRow,
    passCurvesRow,
    runVarianceRow,
    powerRow,
};

const std::vector<AnalysisRow> &rows()
{
    static const auto made = [] {
        std::vector<AnalysisRow> list;
        list.reserve(rowMakers.size());
        for (const auto make : rowMakers)
            list.push_back(make());
        std::ranges::stable_sort(list, {}, [](const AnalysisRow &row) { return row.info.group; });
        return list;
    }();
    return made;
}

std::optional<QString> faultOf(const AnalysisRequest &request)
{
    if (request.plan.draws < 1 || request.plan.draws > mostDraws)
        return QStringLiteral("The number of draws must be from 1 to %1, not %2.")
            .arg(mostDraws)
            .arg(request.plan.draws);
    if (!(request.difference > 0 && request.difference <= 100))
        return QStringLiteral("The difference to be found must be above 0 and at most 100 percentage points.");
    if (!(request.power > 0 && request.power < 1))
        return QStringLiteral("The power must lie between 0 and 1, such as 0.8.");
    if (!(request.significance > 0 && request.significance < 1))
        return QStringLiteral("The significance level must lie between 0 and 1, such as 0.05.");
    return std::nullopt;
}

} // namespace

QString analysisGroupTitle(AnalysisGroup group)
{
    switch (group) {
    case AnalysisGroup::Decay:
        return QStringLiteral("Decay");
    case AnalysisGroup::Constraints:
        return QStringLiteral("Constraints");
    case AnalysisGroup::Reliability:
        return QStringLiteral("Reliability");
    case AnalysisGroup::Regression:
        return QStringLiteral("Regression");
    case AnalysisGroup::Design:
        break;
    }
    return QStringLiteral("Design");
}

const std::vector<AnalysisInfo> &analysisCatalogue()
{
    static const auto infos = [] {
        std::vector<AnalysisInfo> list;
        list.reserve(rows().size());
        for (const auto &row : rows())
            list.push_back(row.info);
        return list;
    }();
    return infos;
}

const AnalysisInfo *analysisInfo(QStringView name)
{
    const auto &catalogue = analysisCatalogue();
    const auto found = std::ranges::find(catalogue, name, &AnalysisInfo::name);
    return found == catalogue.end() ? nullptr : &*found;
}

Result<Analysis> buildAnalysis(QStringView name, const StudySnapshot &study, const AnalysisRequest &request)
{
    const auto found = std::ranges::find(rows(), name, [](const AnalysisRow &row) { return row.info.name; });
    if (found == rows().end()) {
        QStringList names;
        for (const auto &info : analysisCatalogue())
            names << info.name;
        return failure(ErrorKind::NotFound,
            QStringLiteral("There is no analysis \"%1\". The analyses are %2.").arg(name, names.join(u", ")));
    }
    if (auto fault = faultOf(request))
        return failure(ErrorKind::InvalidInput, *fault);
    return found->make(study, request);
}

} // namespace Decayscope
