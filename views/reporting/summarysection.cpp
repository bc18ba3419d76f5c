// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first page: what came out, and of what.

#include "findings.h"
#include "reportsections.h"
#include "reportwords.h"

#include <figures/figurebuilder.h>
#include <stats/coverage.h>
#include <stats/studyplan.h>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// What runs are of, each once.
struct Extent
{
    std::set<Configuration> configurations;
    std::set<QString> tasks;
    std::set<QString> frameworks;
    std::set<QString> dates;
    qsizetype generation = 0;
    qsizetype feature = 0;
};

Extent extentOf(const std::vector<Run> &runs)
{
    Extent extent;
    for (const auto &run : runs) {
        extent.configurations.insert(run.key.configuration);
        extent.tasks.insert(run.key.task);
        if (!run.task.framework.isEmpty())
            extent.frameworks.insert(run.task.framework);
        extent.dates.insert(run.key.date);
        extent.generation += run.task.kind == TaskKind::Generation ? 1 : 0;
        extent.feature += run.task.kind == TaskKind::Feature ? 1 : 0;
    }
    return extent;
}

QStringList listed(const std::set<QString> &names)
{
    return {names.begin(), names.end()};
}

QString configurationWords(const StudySnapshot &study, const std::set<Configuration> &configurations)
{
    QStringList names;
    for (const auto &style : study.styles) {
        if (configurations.contains(style.configuration))
            names << style.displayName;
    }
    return names.join(u", ");
}

/// The days of the date folders: "2026-03-28 to 2026-04-22".
QString dayWords(const std::set<QString> &dates)
{
    constexpr qsizetype dayLength = 10;
    if (dates.empty())
        return {};
    const auto first = dates.begin()->first(std::min(dayLength, dates.begin()->size()));
    const auto last = dates.rbegin()->first(std::min(dayLength, dates.rbegin()->size()));
    return first == last ? first : QString(first % u" to " % last);
}

QString gapWords(const ReportContext &context)
{
    qsizetype missing = 0;
    qsizetype planned = 0;
    for (const auto &row : coverage(context.runs(), StudyPlan(context.study().runs))) {
        missing += row.missing.size();
        planned += row.tasksPlanned;
    }
    if (!context.request().filter.restrictsNothing())
        return {};
    return missing == 0 ? u"none of %1 planned"_s.arg(wholeNumber(planned))
                        : u"%1 of %2 planned"_s.arg(wholeNumber(missing), wholeNumber(planned));
}

ReportFacts factsOf(const ReportContext &context, const Extent &extent)
{
    ReportFacts block;
    const auto fact = [&block](const QString &name, const QString &value) {
        if (!value.isEmpty())
            block.facts.push_back({name, value});
    };
    fact(u"Configurations"_s, configurationWords(context.study(), extent.configurations));
    fact(u"Frameworks"_s, listed(extent.frameworks).join(u", "));
    fact(u"Runs"_s,
        extent.feature == 0 ? wholeNumber(std::ssize(context.runs()))
                            : u"%1, of them %2 that generate a service and %3 that restore a feature"_s.arg(
                                  wholeNumber(std::ssize(context.runs())), wholeNumber(extent.generation),
                                  wholeNumber(extent.feature)));
    fact(u"Days of the runs"_s, dayWords(extent.dates));
    fact(u"Cells (configuration × task) without a run"_s, gapWords(context));
    return block;
}

ReportNumbers numbersOf(const ReportContext &context, const Extent &extent)
{
    ReportNumbers block;
    const auto headline = headlineOf(context);
    if (headline.configurations > 0) {
        block.numbers.push_back({signedPoints(headline.meanDelta), u"points from L0 to L3"_s,
            u"mean of %1"_s.arg(countOf(headline.configurations, u"capable configuration"))});
        block.numbers.push_back(
            {plainNumber(headline.meanRelativeLoss) % u" %", u"relative loss"_s, u"of what they reached at L0"_s});
    }
    block.numbers.push_back(
        {wholeNumber(std::ssize(context.runs())), u"runs"_s, countOf(std::ssize(extent.tasks), u"task")});
    block.numbers.push_back({wholeNumber(std::ssize(extent.configurations)), u"configurations"_s,
        countOf(std::ssize(extent.frameworks), u"framework")});
    return block;
}

} // namespace

ReportSection summarySection(const ReportContext &context)
{
    ReportSection section{.id = u"summary"_s, .title = u"At a glance"_s};
    if (context.runs().empty()) {
        section.blocks.emplace_back(
            ReportParagraph{.text = u"There are no runs to report: the study is empty, or the filter lets none in."_s,
                .tone = ReportTone::Warning});
        return section;
    }
    const auto extent = extentOf(context.runs());
    section.blocks.emplace_back(ReportParagraph{.text = headlineSentence(context), .tone = ReportTone::Lead});
    section.blocks.emplace_back(numbersOf(context, extent));
    if (const auto found = findings(context); !found.isEmpty())
        section.blocks.emplace_back(ReportList{found});
    section.blocks.emplace_back(factsOf(context, extent));
    return section;
}

} // namespace Decayscope
