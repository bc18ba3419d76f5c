// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundledfigure.h"

#include <figures/figuretable.h>
#include <figures/tablewriters.h>
#include <printing/figureprinter.h>
#include <printing/preflight.h>
#include <publishing/caption.h>
#include <publishing/provenance.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

FigureRecipe recipeOf(const QString &name, const BundleContext &context)
{
    FigureRecipe recipe;
    recipe.figure = name;
    recipe.request.filter = context.plan.filter;
    recipe.request.mode = context.plan.mode;
    recipe.request.verifiers = context.plan.verifiers;
    recipe.request.labels = context.data.labels;
    recipe.look = context.plan.look;
    recipe.anonymous = context.plan.anonymous;
    return recipe;
}

/// A picture in every format that papers take, all with the same payload, which is made once.
class PictureWriter
{
public:
    PictureWriter(const FigureSpec &figure, const FigureRecipe &recipe, const BundleContext &context)
        : m_figure(figure)
        , m_recipe(recipe)
        , m_payload(payloadOf(recipe, figure, *context.data.study, context.making.program, context.making.made))
        , m_title{.title = figure.title,
              .summary = figure.summary,
              .made = context.making.made,
              .program = context.making.program}
    { }

    /// Adds the pictures below a path without its ending; says what fails, or what the preflight has against them.
    void addTo(BundledPart &part, const QString &path) const
    {
        const auto pdf = picture(FigureFormat::Pdf);
        const auto svg = picture(FigureFormat::Svg);
        if (!pdf || !svg) {
            part.missing = pdf ? svg.error().message : pdf.error().message;
            return;
        }
        part.files.push_back({.path = path + u".pdf", .content = *pdf});
        part.files.push_back({.path = path + u".svg", .content = *svg});
        const auto tex = texSnippet(m_figure, path + u".pdf", m_recipe.look.width, captionText(m_figure));
        part.files.push_back({.path = path + u".tex", .content = tex.toUtf8()});
        for (const auto &finding : preflight(m_figure, m_recipe, *pdf)) {
            if (finding.result == PreflightResult::Failed)
                part.warnings.append(u"Preflight, %1: %2"_s.arg(finding.title, finding.message));
        }
    }

    [[nodiscard]] const FigurePayload &payload() const { return m_payload; }

private:
    [[nodiscard]] Result<QByteArray> picture(FigureFormat format) const
    {
        const auto bare = printedFigure(m_figure, m_recipe.look, format);
        return bare ? withPayload(*bare, format, m_payload, m_title) : std::unexpected(bare.error());
    }

    const FigureSpec &m_figure;
    const FigureRecipe &m_recipe;
    const FigurePayload m_payload;
    const FigureTitle m_title;
};

bool hasPoints(const FigureSpec &figure)
{
    return std::ranges::any_of(figure.series, [](const FigureSeries &series) { return !series.points.empty(); });
}

} // namespace

BundledPart figurePart(const FigureInfo &info, const BundleContext &context)
{
    BundledPart part{.name = info.name, .title = info.title, .words = {}, .warnings = {}, .files = {}, .missing = {}};
    const auto recipe = recipeOf(info.name, context);
    const auto figure = buildFigure(info.name, *context.data.study, recipe.request);
    if (!figure || !hasPoints(*figure)) {
        part.missing = figure ? u"There is nothing to show. "_s + figure->summary : figure.error().message;
        return part;
    }
    part.words = captionText(*figure);
    const PictureWriter writer(*figure, recipe, context);
    const auto path = u"figures/"_s + info.name;
    writer.addTo(part, path);
    if (!part.missing.isEmpty())
        return part;
    part.files.push_back({.path = path + u".csv", .content = writer.payload().data});
    part.files.push_back({.path = path + u".dsfig", .content = writer.payload().recipe});
    return part;
}

void addAnalysisFigure(BundledPart &part, const FigureSpec &figure, const BundleContext &context)
{
    if (!hasPoints(figure))
        return;
    const auto recipe = recipeOf(part.name, context);
    BundledPart drawn;
    PictureWriter(figure, recipe, context).addTo(drawn, u"analyses/%1-figure"_s.arg(part.name));
    if (!drawn.missing.isEmpty())
        part.warnings.append(u"Its figure could not be drawn: "_s + drawn.missing);
    part.warnings += drawn.warnings;
    std::ranges::move(drawn.files, std::back_inserter(part.files));
}

} // namespace Decayscope
