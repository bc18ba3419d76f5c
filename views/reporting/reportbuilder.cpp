// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportbuilder.h"

#include "reportsections.h"

#include <publishing/filterfields.h>

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

} // namespace

Result<ReportDocument> reportDocument(const StudySnapshot &study, const std::shared_ptr<const LabelBook> &labels,
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

} // namespace Decayscope
