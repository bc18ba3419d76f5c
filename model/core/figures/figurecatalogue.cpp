// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurecatalogue.h"

#include "studyfigures.h"

#include <algorithm>

namespace Decayscope {

namespace {

using enum FigureOption;

using FigureMaker = Result<FigureSpec> (*)(const StudySnapshot &, const FigureRequest &);

/// A request for A% leaves strict or raw to its mode.
DecayMetric metricIn(const FigureRequest &request)
{
    if (request.metric != DecayMetric::AssertionsStrict)
        return request.metric;
    return request.mode == ScoreMode::Raw ? DecayMetric::AssertionsRaw : DecayMetric::AssertionsStrict;
}

Result<FigureSpec> decay(const StudySnapshot &study, const FigureRequest &request)
{
    return decayFigure(study,
        {.filter = request.filter,
            .metric = metricIn(request),
            .mode = request.mode,
            .verifiers = request.verifiers,
            .publishedMarks = request.publishedMarks,
            .facet = request.facet,
            .tasks = request.chains});
}

Result<FigureSpec> effects(const StudySnapshot &study, const FigureRequest &request)
{
    return marginalEffectsFigure(study,
        {.filter = request.filter,
            .mode = request.mode,
            .verifiers = request.verifiers,
            .publishedMarks = request.publishedMarks,
            .facet = request.facet});
}

/// Why there is no taxonomy of an annotator; empty: of the first.
std::optional<Error> labelRefusal(const LabelBook *labels, const QString &annotator)
{
    const auto annotators = labels ? labels->annotators() : QStringList();
    if (annotators.isEmpty())
        return Error{.kind = ErrorKind::NotFound,
            .message = QStringLiteral("There are no labels. Import label files or label a sample first."),
            .evidence = {}};
    if (annotator.isEmpty() || annotators.contains(annotator))
        return {};
    return Error{.kind = ErrorKind::NotFound,
        .message = QStringLiteral("There are no labels of \"%1\". There are labels of %2.")
            .arg(annotator, annotators.join(u", ")),
        .evidence = {}};
}

Result<FigureSpec> taxonomy(const StudySnapshot &study, const FigureRequest &request)
{
    if (auto refused = labelRefusal(request.labels.get(), request.by))
        return std::unexpected(std::move(*refused));
    return taxonomyFigure(study,
        {.filter = request.filter,
            .labels = request.labels,
            .annotator = request.by,
            .by = request.taxonomyBy,
            .within = request.fineTaxonomy ? QStringLiteral("logic_error") : QString()});
}

struct Entry
{
    const char *name;
    const char *title;
    const char *description;
    FigureMaker make;
    std::set<FigureOption> options;
    std::vector<FigureFacet> facets;
    bool isOfLabels = false;
};

const std::vector<Entry> &entries()
{
    static const std::vector<FigureFacet> all{FigureFacet::Model, FigureFacet::Scaffold, FigureFacet::Framework};
    static const std::vector<FigureFacet> sides{FigureFacet::Model, FigureFacet::Scaffold};
    static const std::vector<Entry> rows{
        {"decay", "Constraint decay", "How the score of every configuration falls from L0 to L3.", decay,
            {Score, Metric, Facet, Chains, PublishedMarks}, all},
        {"sensitivity", "Framework sensitivity", "Mean score over runs on each framework, with standard errors.",
            sensitivityFigure, {Score, Facet}, sides},
        {"marginal-effects", "Marginal effects of the constraints",
            "What each constraint costs between sibling tasks, with intervals.", effects,
            {Score, Facet, PublishedMarks}, all},
        {"lattice", "Constraint lattice", "Every variant, and what each constraint added to it costs.", latticeFigure,
            {Score, Facet}, all},
        {"heatmap", "Tasks and configurations", "A% of every configuration on every task.", heatMapFigure,
            {Score, Facet}, {FigureFacet::Framework}},
        {"pass-vs-a", "pass@1 against A%", "How full success and passed assertions go together.",
            passAgainstAssertionsFigure, {Score, Facet}, all},
        {"verifier-impact", "Verifier impact", "A% of each configuration with and without verifiers.",
            verifierImpactFigure, {Score}, {}},
        {"slope", "Drop from L0 to L3", "Where each configuration starts and where it ends.", slopeFigure,
            {Score, Facet}, all},
        {"subset", "Subset representativeness", "A% on the subset against A% on all tasks, with correlations.",
            subsetFigure, {Score, PipelineSubset}, {}},
        {"tokens", "Tokens and cost", "What runs take at each level: tokens or money.", tokensFigure, {Tokens, Facet},
            all},
        {"taxonomy", "Why runs failed", "Failure categories of labelled runs as stacked bars.", taxonomy,
            {TaxonomyBy, FineTaxonomy, Annotator}, {}, true},
        {"agreement", "Agreement of annotators", "Which categories two annotators gave the same runs.", agreementFigure,
            {Annotators}, {}, true},
        {"kappa-rounds", "κ by round", "How well two annotators agree from round to round.", kappaRoundsFigure,
            {Annotators}, {}, true},
    };
    return rows;
}

std::vector<FigureInfo> catalogue()
{
    std::vector<FigureInfo> figures;
    figures.reserve(entries().size());
    for (const auto &entry : entries())
        figures.push_back({.name = QString::fromUtf8(entry.name),
            .title = QString::fromUtf8(entry.title),
            .description = QString::fromUtf8(entry.description),
            .options = entry.options,
            .facets = entry.facets,
            .isOfLabels = entry.isOfLabels});
    return figures;
}

QString facetName(FigureFacet facet)
{
    switch (facet) {
    case FigureFacet::None:
        return QStringLiteral("none");
    case FigureFacet::Model:
        return QStringLiteral("model");
    case FigureFacet::Scaffold:
        return QStringLiteral("scaffold");
    case FigureFacet::Framework:
        return QStringLiteral("framework");
    }
    return {};
}

/// Why a figure cannot have the facet that is asked for.
std::optional<Error> facetRefusal(const FigureInfo &info, FigureFacet facet)
{
    if (facet == FigureFacet::None || std::ranges::contains(info.facets, facet))
        return {};
    QStringList names;
    for (const auto possible : info.facets)
        names << facetName(possible);
    return Error{.kind = ErrorKind::InvalidInput,
        .message = QStringLiteral("The figure \"%1\" has no panels by %2; it can have %3.")
            .arg(info.name, facetName(facet),
                names.isEmpty() ? QStringLiteral("none") : QString(u"those by " % names.join(u", ")))};
}

} // namespace

TableOptions contextOptions(const FigureRequest &request)
{
    return {.filter = request.filter,
        .mode = request.mode,
        .verifiers = request.verifiers,
        .labels = {},
        .by = {},
        .against = {}};
}

const std::vector<FigureInfo> &figureCatalogue()
{
    static const auto figures = catalogue();
    return figures;
}

const FigureInfo *figureInfo(QStringView name)
{
    const auto &figures = figureCatalogue();
    const auto found = std::ranges::find_if(figures, [name](const FigureInfo &info) { return info.name == name; });
    return found == figures.end() ? nullptr : &*found;
}

Result<FigureSpec> buildFigure(QStringView name, const StudySnapshot &study, const FigureRequest &request)
{
    const auto *info = figureInfo(name);
    if (!info) {
        QStringList names;
        for (const auto &figure : figureCatalogue())
            names << figure.name;
        return failure(ErrorKind::NotFound,
            QStringLiteral("There is no figure \"%1\". The figures are %2.").arg(name, names.join(u", ")));
    }
    if (auto refused = facetRefusal(*info, request.facet))
        return std::unexpected(std::move(*refused));
    return entries()[static_cast<std::size_t>(info - figureCatalogue().data())].make(study, request);
}

} // namespace Decayscope
