// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportbuilder.h"

#include "reportsections.h"
#include "reportwriting.h"

#include <bundle/anonymousstudy.h>
#include <bundle/identitywords.h>
#include <publishing/filterfields.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

using SectionMaker = ReportSection (*)(const ReportContext &);

/// In the order in which they are read.
constexpr std::array makers{&summarySection, &decaySection, &constraintsSection, &frameworksSection, &verifiersSection,
    &featuresSection, &tokensSection, &terminationSection, &failuresSection, &agreementSection, &coverageSection,
    &methodSection, &analysesSection, &provenanceSection};

QString scoreWords(const StudyReportRequest &request)
{
    if (request.mode == ScoreMode::Raw)
        return u"raw: by tests alone, constraints are not looked at"_s;
    return request.verifiers == VerifierMode::Reference
        ? u"strict: a run that breaks a constraint of its task counts 0, as the study’s verifiers judge"_s
        : u"strict: a run that breaks a constraint of its task counts 0, as verifiers that read the code judge"_s;
}

std::vector<ReportFact> headFacts(const StudyReportRequest &request)
{
    return {{u"Made"_s, request.made.toString(u"yyyy-MM-dd")}, {u"Program"_s, request.program},
        {u"Covers"_s, recipeFilterWords(request.filter)}, {u"Score"_s, scoreWords(request)}};
}

/// Figures and tables are counted in the order in which they stand.
void number(ReportDocument &report)
{
    int figures = 0;
    int tables = 0;
    for (auto &section : report.sections) {
        for (auto &block : section.blocks) {
            if (auto *figure = std::get_if<ReportFigure>(&block))
                figure->number = ++figures;
            else if (auto *table = std::get_if<ReportTable>(&block))
                table->number = ++tables;
        }
    }
}

/// Of a study as it is to be shown.
Result<ReportDocument> documentOf(const StudySnapshot &study, const std::shared_ptr<const LabelBook> &labels,
    const StudyReportRequest &request, const Progress &progress)
{
    const ReportContext context(study, labels, request);
    ReportDocument report{
        .title = request.anonymous || study.name.isEmpty() ? u"A study of constraint decay"_s : study.name,
        .subtitle = u"How coding agents lose quality as structural constraints pile up"_s,
        .program = request.program,
        .made = request.made,
        .caveat = study.isSample ? sampleCaveat.toString() : QString(),
        .facts = headFacts(request)};
    for (std::size_t i = 0; i < makers.size(); ++i) {
        if (progress.isCancelled())
            return cancelled();
        auto section = makers[i](context);
        progress.report({.done = static_cast<qint64>(i + 1),
            .total = static_cast<qint64>(2 * makers.size()),
            .what = section.title});
        if (!section.blocks.empty())
            report.sections.push_back(std::move(section));
    }
    number(report);
    return report;
}

/// What a report says of no study at all.
QString ownWords(StudyReportRequest request)
{
    request.filter = {};
    const auto report = documentOf({}, nullptr, request, {});
    return report ? textsOf(*report).join(u'\n') : QString();
}

Result<> checkAnonymous(const ReportDocument &report, const WordMask &mask)
{
    constexpr qsizetype mostNamed = 10;
    QStringList found;
    for (const auto &text : textsOf(report)) {
        if (const auto word = mask.foundIn(text); word && !found.contains(*word))
            found.append(*word);
    }
    if (found.isEmpty())
        return {};
    found = found.first(std::min(found.size(), mostNamed));
    return failure(ErrorKind::Refused,
        u"The report would not be anonymous: it holds \"%1\". Rename what is called so in the study, or leave it out "
        "with a filter; nothing was written."_s.arg(found.join(u"\", \""_s)));
}

Result<ReportDocument> anonymousDocument(
    const StudyData &data, const StudyReportRequest &request, const Progress &progress)
{
    const WordMask mask(identityWords(data, request.identities, ownWords(request)));
    const auto anonymous = anonymousStudy(data, mask);
    auto report = documentOf(*anonymous.study, anonymous.labels, request, progress);
    if (!report)
        return report;
    const auto checked = checkAnonymous(*report, mask);
    return checked ? std::move(report) : std::unexpected(checked.error());
}

} // namespace

Result<ReportDocument> reportDocument(const StudySnapshot &study, const std::shared_ptr<const LabelBook> &labels,
    const StudyReportRequest &request, const Progress &progress)
{
    if (!request.anonymous)
        return documentOf(study, labels, request, progress);
    // The study outlives the call: nothing is to be copied but what changes.
    const std::shared_ptr<const StudySnapshot> borrowed(std::shared_ptr<const StudySnapshot>(), &study);
    return anonymousDocument(
        {.study = borrowed, .labels = labels ? labels : std::make_shared<const LabelBook>()}, request, progress);
}

} // namespace Decayscope
