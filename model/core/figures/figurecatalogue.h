// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurebuilder.h"

#include <domain/tokenprice.h>

#include <map>

namespace Decayscope {

/// Which tokens, or what they cost.
enum class TokenMeasure : quint8 { Input, Output, Cost };

/// Everything that can be asked of a figure besides its name; a figure looks at what its FigureInfo::options name.
struct FigureRequest
{
    RunFilter filter;
    ScoreMode mode = ScoreMode::Strict;
    VerifierMode verifiers = VerifierMode::Reference;
    DecayMetric metric = DecayMetric::AssertionsStrict; ///< Strict A% is raw where `mode` is.
    FigureFacet facet = FigureFacet::None;
    DecayTasks chains = DecayTasks::All;
    bool publishedMarks = false;
    bool pipelineSubset = false; ///< As TableOptions::pipelineSubset.
    TaxonomyGrouping taxonomyBy = TaxonomyGrouping::Model;
    bool fineTaxonomy = false; ///< Kinds of logic errors instead of categories.
    QString by; ///< The annotator, or of two the reference; empty: as in TableOptions and TaxonomyFigureOptions.
    QString against;
    TokenMeasure tokens = TokenMeasure::Input;
    std::map<QString, TokenPrice> prices; ///< By model, for TokenMeasure::Cost.
    std::shared_ptr<const LabelBook> labels; ///< Null: there are none.
};

enum class FigureOption : quint8 {
    Score, ///< mode and verifiers
    Metric,
    Facet,
    Chains,
    PublishedMarks,
    PipelineSubset,
    TaxonomyBy,
    FineTaxonomy,
    Annotator, ///< by
    Annotators, ///< by and against
    Tokens
};

/// A figure that can be asked for.
struct FigureInfo
{
    QString name; ///< "decay", "sensitivity", "marginal-effects", "lattice", "heatmap", …
    QString title;
    QString description; ///< One sentence.
    std::set<FigureOption> options;
    std::vector<FigureFacet> facets; ///< That it can have besides None.
    bool isOfLabels = false;
};

/// All figures, in the order in which they are offered.
[[nodiscard]] const std::vector<FigureInfo> &figureCatalogue();
[[nodiscard]] const FigureInfo *figureInfo(QStringView name); ///< Null for an unknown name.

/// Builds a figure of the catalogue. Fails with NotFound for an unknown name or an annotator without labels, and with
/// InvalidInput for what cannot be drawn, such as cost without prices or a facet it does not have. A study without runs
/// gives a figure without points, whose summary says so.
[[nodiscard]] Result<FigureSpec> buildFigure(
    QStringView name, const StudySnapshot &study, const FigureRequest &request = {});

} // namespace Decayscope
