// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundlecontext.h"

#include "trialdrawing.h"

#include <analyses/analysis.h>
#include <bundle/anonymousstudy.h>
#include <bundle/identitywords.h>
#include <figures/figurecatalogue.h>
#include <figures/tablebuilder.h>
#include <printing/paperfonts.h>
#include <publishing/venuepresets.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

template <typename Catalogue>
QStringList namesIn(const Catalogue &catalogue)
{
    QStringList names;
    for (const auto &info : catalogue)
        names.append(info.name);
    return names;
}

Result<> checkNames(const QStringList &asked, const QStringList &known, const QString &kind)
{
    for (const auto &name : asked) {
        if (!known.contains(name))
            return failure(ErrorKind::NotFound,
                u"There is no %1 \"%2\". There are %3."_s.arg(kind, name.left(60), known.join(u", ")));
    }
    return {};
}

Result<FigureLook> lookOf(const BundlePlan &plan)
{
    if (plan.preset.isEmpty() && !plan.look.font.isEmpty())
        return plan.look;
    const auto presets = venuePresets();
    const auto preset = venuePreset(plan.preset.isEmpty() ? u"neurips"_s : plan.preset, presets);
    return preset ? Result<FigureLook>(preset->look) : std::unexpected(preset.error());
}

} // namespace

Result<BundlePlan> completedPlan(BundlePlan plan)
{
    auto look = lookOf(plan);
    if (!look)
        return std::unexpected(std::move(look.error()));
    plan.look = std::move(*look);
    plan.preset.clear();
    if (!plan.look.isPossible())
        return failure(ErrorKind::InvalidInput,
            u"The plan's look is not possible: its sizes must be 1 to 40 inches and 4 to 40 points, with a font."_s);
    if (const auto problem = fontProblem(plan.look.font))
        return failure(ErrorKind::InvalidInput, *problem);
    if (const auto checked = checkNames(plan.figures, namesIn(figureCatalogue()), u"figure"_s); !checked)
        return std::unexpected(checked.error());
    const auto parts = namesIn(tableCatalogue()) + namesIn(analysisCatalogue());
    if (const auto checked = checkNames(plan.parts, parts, u"table or analysis"_s); !checked)
        return std::unexpected(checked.error());
    return plan;
}

Result<BundleContext> bundleContext(
    const StudyData &data, const BundlePlan &plan, const QString &program, const QDateTime &made)
{
    auto completed = completedPlan(plan);
    if (!completed)
        return std::unexpected(std::move(completed.error()));
    BundleContext context{.documents = {},
        .data = {},
        .plan = std::move(*completed),
        .making = {.program = program, .made = made, .qt = QString::fromLatin1(qVersion()), .drawing = {}}};
    context.making.drawing = trialDrawingHash(context.plan.look);
    context.plan.filter = bundledFilter(std::move(context.plan.filter), *data.study);
    context.documents
        = studyDocuments(plan.anonymous ? anonymousStudy(data, WordMask(identityWords(data, plan.identities))) : data);
    if (plan.anonymous)
        context.plan.identities.clear();
    auto read = readStudyDocuments(context.documents, u"the bundle"_s);
    if (!read)
        return std::unexpected(std::move(read.error()));
    context.data = std::move(*read);
    return context;
}

} // namespace Decayscope
