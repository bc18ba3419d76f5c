// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementsteps.h"

#include <algorithm>

namespace Decayscope {

namespace {

Coefficient kappaOf(const RatingTable &table, const AgreementRequest &request)
{
    return bootstrapped(
        table, AgreementMeasure::CohenKappa, {.draws = request.draws, .seed = request.seed, .weights = {}});
}

AgreementStep roundStep(
    const LabelBook &book, const Sample &sample, AgreementRequest request, const CodeCatalogue &catalogue)
{
    request.samples = {sample.id};
    request.pilotToo = true;
    const LabelSelection selection(book, request, catalogue);
    const auto against = selection.of(request.against);
    RatingTableMaker maker;
    for (const auto &[target, row] : selection.of(request.by)) {
        const auto other = against.find(target);
        if (other == against.end())
            continue;
        const bool comparable = request.level != AgreementLevel::Fine
            || catalogue.coarse(row->label) == catalogue.coarse(other->second->label);
        if (comparable)
            maker.add({selection.categoryOf(row->label), selection.categoryOf(other->second->label)}, target);
    }
    const auto kappa = kappaOf(maker.table(), request);
    const auto title
        = sample.design.title.isEmpty() ? QStringLiteral("Round %1").arg(sample.design.round) : sample.design.title;
    return {.title = title, .units = kappa.units, .kappa = kappa};
}

} // namespace

std::vector<AgreementStep> roundSteps(
    const LabelBook &book, const AgreementRequest &request, const CodeCatalogue &catalogue)
{
    std::set<QString> touched;
    for (const auto &row : book.rows) {
        if (row.annotator == request.by || row.annotator == request.against)
            touched.insert(row.item.sample);
    }
    std::vector<const Sample *> samples;
    for (const auto &sample : book.samples) {
        const bool asked = request.samples.isEmpty() || request.samples.contains(sample.id);
        if (asked && touched.contains(sample.id))
            samples.push_back(&sample);
    }
    std::ranges::stable_sort(samples, {}, [](const Sample *sample) { return sample->design.round; });
    std::vector<AgreementStep> steps;
    for (const auto *sample : samples) {
        auto step = roundStep(book, *sample, request, catalogue);
        if (step.units > 0)
            steps.push_back(std::move(step));
    }
    return steps;
}

std::vector<AgreementStep> intraRaterSteps(const LabelBook &book, const AgreementRequest &request,
    const LabelSelection &selection, const QStringList &annotators)
{
    using Place = std::tuple<QString, QString, int>; // Annotator, sample, item.
    std::map<Place, const LabelRow *> first;
    for (const auto &row : book.rows) {
        if (row.item.occurrence == 0 && !row.item.sample.isEmpty())
            first.try_emplace({row.annotator, row.item.sample, row.item.item}, &row);
    }
    std::map<QString, RatingTableMaker> makers;
    for (const auto &row : book.rows) {
        if (row.item.occurrence != 1 || !selection.isAskedFor(row.item.sample))
            continue;
        const auto before = first.find({row.annotator, row.item.sample, row.item.item});
        if (before != first.end())
            makers[row.annotator].add(
                {selection.categoryOf(before->second->label), selection.categoryOf(row.label)}, row.target);
    }
    std::vector<AgreementStep> steps;
    for (const auto &annotator : annotators) {
        const auto maker = makers.find(annotator);
        if (maker == makers.end())
            continue;
        const auto kappa = kappaOf(maker->second.table(), request);
        steps.push_back({.title = annotator, .units = kappa.units, .kappa = kappa});
    }
    return steps;
}

} // namespace Decayscope
