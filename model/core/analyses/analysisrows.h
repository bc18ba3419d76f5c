// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis.h"

namespace Decayscope {

/// One analysis of the catalogue: what it is and who makes it. Requests were checked.
struct AnalysisRow
{
    AnalysisInfo info;
    Analysis (*make)(const StudySnapshot &study, const AnalysisRequest &request) = nullptr;
};

// The rows of the catalogue, each from the file that makes the analysis.
[[nodiscard]] AnalysisRow matchedDecayRow();
[[nodiscard]] AnalysisRow interactionsRow();
[[nodiscard]] AnalysisRow frameworkConstraintsRow();
[[nodiscard]] AnalysisRow effectSizesRow();
[[nodiscard]] AnalysisRow verifierSensitivityRow();
[[nodiscard]] AnalysisRow missingCellsRow();
[[nodiscard]] AnalysisRow incompleteDesignRow();
[[nodiscard]] AnalysisRow mixedLogisticRow();
[[nodiscard]] AnalysisRow clusteredLogisticRow();
[[nodiscard]] AnalysisRow mixedLinearRow();
[[nodiscard]] AnalysisRow clusteredLinearRow();
[[nodiscard]] AnalysisRow intervalsRow();
[[nodiscard]] AnalysisRow levelTestsRow();
[[nodiscard]] AnalysisRow passCurvesRow();
[[nodiscard]] AnalysisRow runVarianceRow();
[[nodiscard]] AnalysisRow powerRow();

} // namespace Decayscope
