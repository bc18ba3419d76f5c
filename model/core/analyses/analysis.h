// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methodcard.h"

#include <domain/studysnapshot.h>
#include <figures/figurespec.h>
#include <figures/tablespec.h>
#include <inference/adjustment.h>
#include <inference/resampling.h>
#include <stats/scores.h>

#include <set>

namespace Decayscope {

/// What an analysis is about; the order in which groups are offered.
enum class AnalysisGroup : quint8 { Decay, Constraints, Reliability, Regression, Design };

[[nodiscard]] QString analysisGroupTitle(AnalysisGroup group);

/// Everything that can be asked of an analysis besides its name; it looks at what its AnalysisInfo::options name.
struct AnalysisRequest
{
    RunFilter filter;
    ScoreMode mode = ScoreMode::Strict;
    VerifierMode verifiers = VerifierMode::Reference;
    ResamplingPlan plan;
    Adjustment adjustment = Adjustment::Holm;
    double difference = 10; ///< To be found, percentage points, above 0.
    double power = 0.8; ///< Chance to find it, 0–1.
    double significance = 0.05; ///< 0–1.

    bool operator==(const AnalysisRequest &) const = default;
};

enum class AnalysisOption : quint8 {
    Score, ///< mode and verifiers
    Resampling, ///< plan
    Adjustment,
    Power ///< difference, power and significance
};

/// What goes with an analysis so that others can check it: data and a script in R.
struct AnalysisFile
{
    QString name; ///< Without folders: "regression.R".
    QByteArray content;
};

/// An analysis of a study beyond the published tables.
struct Analysis
{
    TableSpec table;
    std::optional<FigureSpec> figure;
    std::vector<AnalysisFile> files;
};

/// An analysis that can be asked for.
struct AnalysisInfo
{
    QString name; ///< "matched-decay", "interactions", "regression", …; no table or figure has the same.
    QString title;
    QString description; ///< One sentence.
    AnalysisGroup group = AnalysisGroup::Decay;
    std::set<AnalysisOption> options;
    MethodCard card;
};

/// All analyses, by group, in the order in which they are offered.
[[nodiscard]] const std::vector<AnalysisInfo> &analysisCatalogue();
[[nodiscard]] const AnalysisInfo *analysisInfo(QStringView name); ///< Null for an unknown name.

/// Builds an analysis of the catalogue; the same study and request give the same bytes. Fails with NotFound for an
/// unknown name and InvalidInput for values out of their range. A study without runs gives a table without rows, whose
/// notes say why.
[[nodiscard]] Result<Analysis> buildAnalysis(
    QStringView name, const StudySnapshot &study, const AnalysisRequest &request = {});

} // namespace Decayscope
