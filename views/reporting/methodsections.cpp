// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is missing, what words mean, where the numbers are from.

#include "reportsections.h"
#include "reportwords.h"

#include <figures/tablecontext.h>
#include <publishing/filterfields.h>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QString asSentence(QString phrase)
{
    if (!phrase.isEmpty())
        phrase[0] = phrase.at(0).toUpper();
    return phrase.isEmpty() || phrase.endsWith(u'.') ? phrase : QString(phrase % u'.');
}

/// What was left out of every number, and why.
QStringList exclusionsOf(const ReportContext &context)
{
    const auto options = context.tableOptions();
    QStringList sentences;
    for (const auto &phrase : TableContext(context.study(), options).exclusions())
        sentences << asSentence(phrase);
    return sentences;
}

const std::vector<ReportFact> &levels()
{
    static const std::vector<ReportFact> rows{
        {u"L0"_s, u"the framework alone; everything else is the agent’s choice"_s},
        {u"L1"_s, u"one constraint more: a layered architecture (“clean architecture”), SQLite or PostgreSQL"_s},
        {u"L2"_s,
            u"two of them: an architecture with a database, or a database with an ORM (SQLAlchemy or Sequelize)"_s},
        {u"L3"_s, u"all three: an architecture, a database and an ORM"_s}};
    return rows;
}

std::vector<ReportFact> definitions(const StudyReportRequest &request)
{
    const bool isRaw = request.mode == ScoreMode::Raw;
    return {{u"Configuration"_s, u"a model together with the scaffold (the agent program) that drives it"_s},
        {u"Run"_s,
            u"one attempt of a configuration at a task; several trials of one task are averaged before anything else"_s},
        {u"Assertions"_s,
            u"checks of a fixed suite of HTTP requests that is asked of the finished service; the suite is the same for every task"_s},
        {u"A%"_s,
            isRaw
                ? u"mean over tasks of the share of passed assertions, whatever became of the constraints (raw)"_s
                : u"mean over tasks of the share of passed assertions, where a run that breaks a constraint of its task counts 0 (strict)"_s},
        {u"pass@1"_s,
            isRaw ? u"mean over tasks of the share of runs that pass all tests"_s
                  : u"mean over tasks of the share of runs that pass all tests and keep all constraints"_s},
        {u"ΔA%"_s, u"A% at L3 less A% at L0, in percentage points; negative where quality falls"_s},
        {u"Relative loss"_s, u"what was lost from L0 to L3 as a share of what was reached at L0"_s},
        {u"Capable"_s,
            u"a configuration with an A% above 50 at L0; one that fails without constraints cannot show what constraints cost"_s},
        {u"Marginal effect"_s,
            u"the difference in A% between a task with a constraint and its sibling without it, by the same configuration on the same framework"_s},
        {u"Verifier"_s,
            request.verifiers == VerifierMode::Reference
                ? u"a program that reads the files an agent wrote and tells whether a constraint was kept; here the study’s own, which look for signs in the text of the changes"_s
                : u"a program that reads the files an agent wrote and tells whether a constraint was kept; here the one that reads the structure of the code"_s},
        {u"95 % interval"_s,
            u"if the study were repeated many times with other frameworks, about 95 of 100 such intervals would hold the true value; tasks of one framework are alike, so frameworks and not tasks are counted as independent (cluster-robust, t with G − 1 degrees of freedom for G frameworks)"_s},
        {u"Missing"_s,
            u"what does not exist is a dash and never 0; a missing run is left out and not counted as a failure"_s}};
}

} // namespace

ReportSection coverageSection(const ReportContext &context)
{
    ReportSection section{.id = u"coverage"_s, .title = u"What is missing"_s};
    const auto exclusions = exclusionsOf(context);
    section.blocks.emplace_back(ReportParagraph{.text = exclusions.isEmpty()
            ? u"No run was left out by hand. Planned tasks without a run are listed below; they are absent from every mean and not counted as failures."_s
            : u"These runs were left out of every number:"_s});
    if (!exclusions.isEmpty())
        section.blocks.emplace_back(ReportList{exclusions});
    add(section, context.table(u"coverage"));
    return section;
}

ReportSection methodSection(const ReportContext &context)
{
    ReportSection section{.id = u"method"_s, .title = u"What the words mean"_s};
    section.blocks.emplace_back(ReportParagraph{.text
        = u"The study asks how coding agents fare when a task comes with structural constraints. The functional request never changes: a web service with a fixed interface. Only the constraints do, so that what is lost between levels is lost to them."_s});
    section.blocks.emplace_back(ReportHeading{u"Levels"_s});
    section.blocks.emplace_back(ReportFacts{levels()});
    section.blocks.emplace_back(ReportHeading{u"Terms"_s});
    section.blocks.emplace_back(ReportFacts{definitions(context.request())});
    return section;
}

ReportSection provenanceSection(const ReportContext &context)
{
    ReportSection section{.id = u"provenance"_s, .title = u"Where the numbers are from"_s};
    const auto &study = context.study();
    const auto &request = context.request();
    ReportFacts block{{{u"Program"_s, request.program}, {u"Made"_s, request.made.toUTC().toString(Qt::ISODate)},
        {u"Runs"_s, recipeFilterWords(request.filter)},
        {u"Runs counted"_s,
            u"%1 of %2 in the study"_s.arg(
                wholeNumber(std::ssize(context.runs())), wholeNumber(std::ssize(study.runs)))}}};
    if (!request.anonymous) {
        block.facts.push_back({u"Study"_s, study.name});
        block.facts.push_back({u"Store"_s, study.storeId});
    }
    block.facts.push_back({u"Fingerprint of runs and labels (SHA-256)"_s, context.studyFingerprint()});
    section.blocks.emplace_back(ReportParagraph{.text
        = u"The same program makes the same report, to the byte, from a study with the same fingerprint and the same choices."_s});
    section.blocks.emplace_back(std::move(block));
    return section;
}

} // namespace Decayscope
