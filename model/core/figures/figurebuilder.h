// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurefacet.h"
#include "figurespec.h"
#include "tablebuilder.h"

#include <domain/studysnapshot.h>

namespace Decayscope {

enum class DecayMetric : quint8 { AssertionsStrict, AssertionsRaw, PassAt1 };

/// Which tasks a decay curve compares from level to level.
enum class DecayTasks : quint8 {
    All, ///< Whatever tasks a level has: the study's plain mean.
    MatchedChains ///< Paths from no constraint to three that were run as a whole; stats/matchedchains.h.
};

struct DecayFigureOptions
{
    RunFilter filter;
    DecayMetric metric = DecayMetric::AssertionsStrict;
    ScoreMode mode = ScoreMode::Strict; ///< Decides what pass@1 counts as a success.
    VerifierMode verifiers = VerifierMode::Reference;
    bool publishedMarks = false; ///< Adds the study's Table 1 as reference marks (A% only, not by framework).
    FigureFacet facet = FigureFacet::None;
    DecayTasks tasks = DecayTasks::All;
};

/// Decay curves, one per configuration, L0 to L3.
[[nodiscard]] FigureSpec decayFigure(const StudySnapshot &study, const DecayFigureOptions &options = {});

struct MarginalEffectsFigureOptions
{
    RunFilter filter;
    ScoreMode mode = ScoreMode::Strict;
    VerifierMode verifiers = VerifierMode::Reference;
    bool publishedMarks = false; ///< Adds the study's Table 2a; not with a facet.
    FigureFacet facet = FigureFacet::None;
};

/// Marginal effects of the constraints as a forest plot.
[[nodiscard]] FigureSpec marginalEffectsFigure(
    const StudySnapshot &study, const MarginalEffectsFigureOptions &options = {});

struct TaxonomyFigureOptions
{
    RunFilter filter;
    std::shared_ptr<const LabelBook> labels; ///< Null: there are none.
    QString annotator; ///< Empty: the judge, or else the first who labelled.
    TaxonomyGrouping by = TaxonomyGrouping::Model;
    QString within; ///< A category of level 1 whose sub-categories are shown, such as "logic_error"; empty: level 1.
};

/// Why runs failed as stacked bars: one a model, framework, level or constraint, a segment a category.
[[nodiscard]] FigureSpec taxonomyFigure(const StudySnapshot &study, const TaxonomyFigureOptions &options = {});

/// The headline: mean drop from L0 to L3 of the capable configurations.
struct DecayHeadline
{
    int configurations = 0; ///< Capable ones with both levels; 0 where there are none.
    double meanDelta = 0; ///< Percentage points, negative where quality falls.
    double meanRelativeLoss = 0; ///< Percent.
};

[[nodiscard]] DecayHeadline decayHeadline(const StudySnapshot &study, const RunFilter &filter, ScoreMode mode,
    VerifierMode verifiers = VerifierMode::Reference);

} // namespace Decayscope
