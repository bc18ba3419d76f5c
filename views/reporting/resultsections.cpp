// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What came out: decay, constraints, frameworks, verifiers, features.

#include "pivot.h"
#include "reportsections.h"

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

void say(ReportSection &section, const QString &text)
{
    section.blocks.emplace_back(ReportParagraph{.text = text});
}

/// A figure and a table of the same name, or what there is of them.
void show(ReportSection &section, const ReportContext &context, QStringView name)
{
    add(section, context.figure(name));
    add(section, context.table(name));
}

/// A section with a text above what it shows; empty where it shows nothing.
ReportSection shown(
    const ReportContext &context, const QString &id, const QString &title, const QString &text, QStringView name)
{
    ReportSection section{.id = id, .title = title};
    say(section, text);
    show(section, context, name);
    if (section.blocks.size() == 1)
        section.blocks.clear();
    return section;
}

void addMatchedChains(ReportSection &section, const ReportContext &context)
{
    const auto *info = analysisInfo(u"matched-decay");
    if (!info)
        return;
    auto analysis = buildAnalysis(info->name, context.study(), context.analysisRequest());
    if (!analysis || analysis->table.rows.empty())
        return;
    section.blocks.emplace_back(ReportHeading{info->title});
    say(section, info->description);
    if (analysis->figure)
        add(section, figureBlock(std::move(*analysis->figure)));
    add(section, std::optional(std::move(analysis->table)));
    section.blocks.emplace_back(ReportMethod{info->card});
}

} // namespace

ReportSection decaySection(const ReportContext &context)
{
    auto section = shown(context, u"decay"_s, u"Constraint decay"_s,
        u"Every task asks for the same service; what differs is how many structural constraints it has to keep besides its framework: none at L0, up to three at L3. A% is the share of a service’s behavioural assertions that hold. Where a curve falls, constraints cost quality. A level is a mean over different numbers of tasks, which stand below it."_s,
        u"decay");
    if (!section.blocks.empty())
        addMatchedChains(section, context);
    return section;
}

ReportSection constraintsSection(const ReportContext &context)
{
    auto section = shown(context, u"constraints"_s, u"What each constraint costs"_s,
        u"For every task with a constraint, the same configuration’s score on the sibling task without it is taken off. What is left is the price of that one constraint, everything else being equal. An interval that does not reach 0 speaks for a real difference."_s,
        u"marginal-effects");
    if (!section.blocks.empty())
        add(section, context.figure(u"lattice"));
    return section;
}

ReportSection frameworksSection(const ReportContext &context)
{
    ReportSection section{.id = u"frameworks"_s, .title = u"Frameworks"_s};
    add(section, context.figure(u"sensitivity"));
    if (const auto table = context.table(u"frameworks"))
        add(section, pivoted(*table, u"framework", u"a"));
    if (!section.blocks.empty())
        section.blocks.insert(section.blocks.begin(),
            ReportParagraph{.text
                = u"The same service, built with different web frameworks. Differences between frameworks say how much of an agent’s skill is knowledge of one of them."_s});
    return section;
}

ReportSection verifiersSection(const ReportContext &context)
{
    return shown(context, u"verifiers"_s, u"What the verifiers change"_s,
        u"Tests look at behaviour, verifiers at structure: whether the layers are there and keep their order, whether the database and the ORM that were asked for are used. A run that passes tests by ignoring its constraints counts in the raw score and does not count in the strict one; the difference between both is shown here."_s,
        u"verifier-impact");
}

ReportSection featuresSection(const ReportContext &context)
{
    return shown(context, u"features"_s, u"Restoring a feature"_s,
        u"In these tasks a feature was taken out of an existing project, whose structure is a constraint nobody spells out. No verifier is applied."_s,
        u"feature");
}

ReportSection tokensSection(const ReportContext &context)
{
    return shown(
        context, u"tokens"_s, u"Tokens"_s, u"How much text agents read and write on their way, by level."_s, u"tokens");
}

ReportSection terminationSection(const ReportContext &context)
{
    return shown(context, u"termination"_s, u"How runs ended"_s,
        u"Whether the agent ended its work by itself, ran into a limit of time, steps or money, or failed otherwise."_s,
        u"termination");
}

} // namespace Decayscope
