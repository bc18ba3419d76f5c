// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablecontext.h"

#include <stats/frameworks.h>
#include <stats/verifiermodes.h>

#include <algorithm>
#include <map>

namespace Decayscope {

namespace {

constexpr QLatin1StringView sampleLabel{"sample, made up"};

QString counted(qsizetype count, const QString &noun)
{
    return QString::number(count) % u' ' % noun % (count == 1 ? u"" : u"s");
}

/// "reason (2), other reason (1)"
QString reasonsOf(const std::vector<Run> &runs)
{
    std::map<QString, int> reasons;
    for (const auto &run : runs)
        ++reasons[run.exclusion.value_or(QString())];
    QStringList words;
    for (const auto &[reason, count] : reasons)
        words << (reason.isEmpty() ? QStringLiteral("no reason given") : reason) % u" (" % QString::number(count)
                % u')';
    return words.join(u", ");
}

template <typename Values, typename NameOf>
QString alternatives(const Values &values, NameOf nameOf)
{
    QStringList names;
    for (const auto &value : values)
        names << nameOf(value);
    return names.join(u" or ");
}

QString outcomeName(RunOutcome outcome)
{
    switch (outcome) {
    case RunOutcome::Success:
        return QStringLiteral("success");
    case RunOutcome::TestsPassedButViolating:
        return QStringLiteral("tests passed but violating");
    case RunOutcome::TestsFailed:
        return QStringLiteral("tests failed");
    case RunOutcome::NoReport:
        return QStringLiteral("no report");
    }
    return {};
}

/// What a filter asks for, in words; empty where it restricts nothing.
QString inWords(const RunFilter &filter)
{
    QStringList words;
    const auto add = [&words](QStringView name, const QString &values) {
        if (!values.isEmpty())
            words << name % u' ' % values;
    };
    const auto same = [](const QString &name) { return name; };
    add(u"model", alternatives(filter.models, same));
    add(u"scaffold", alternatives(filter.scaffolds, same));
    add(u"contract", alternatives(filter.contracts, same));
    add(u"runtime", alternatives(filter.runtimes, same));
    add(u"framework", alternatives(filter.frameworks, same));
    add(u"task", alternatives(filter.tasks, same));
    add(u"level", alternatives(filter.levels, [](int level) { return QString(u'L' % QString::number(level)); }));
    for (const auto &constraints : filter.constraints)
        add(u"constraint", alternatives(constraints, constraintName));
    add(u"kind", alternatives(filter.kinds, taskKindName));
    add(u"outcome", alternatives(filter.outcomes, outcomeName));
    add(u"without termination", alternatives(filter.excludedTerminations, terminationName));
    add(u"words", filter.text);
    if (filter.only)
        words << counted(std::ssize(*filter.only), QStringLiteral("chosen run"));
    return words.join(u"; ");
}

QString onlyNote(const QString &words)
{
    return QStringLiteral("Only runs with %1.").arg(words);
}

} // namespace

TableContext::TableContext(const StudySnapshot &study, const TableOptions &options, TaskKind kind)
    : m_study(study)
    , m_options(options)
    , m_filter(intersected(options.filter, {.kinds = {kind}}))
    , m_runs(judgedBy(options.verifiers, filtered(study.runs, m_filter)))
    , m_fullSet(fullSetConfigurations(taskScores(m_runs, kind)))
{ }

RunFilter TableContext::runsOf(const Configuration &configuration) const
{
    return runsOf({.models = {configuration.model}, .scaffolds = {configuration.scaffold}});
}

RunFilter TableContext::runsOf(const Configuration &configuration, const QString &framework) const
{
    return runsOf({.models = {configuration.model}, .scaffolds = {configuration.scaffold}, .frameworks = {framework}});
}

QString TableContext::markOf(const Configuration &configuration) const
{
    return m_fullSet.empty() || m_fullSet.contains(configuration) ? QString() : QStringLiteral("*");
}

bool TableContext::asksFor(const TaskSpec &task) const
{
    const RunFilter onTasks{.contracts = m_filter.contracts,
        .runtimes = m_filter.runtimes,
        .frameworks = m_filter.frameworks,
        .tasks = m_filter.tasks,
        .levels = m_filter.levels,
        .constraints = m_filter.constraints,
        .kinds = m_filter.kinds};
    Run run{.task = task};
    run.key.runtime = task.runtime;
    run.key.task = task.name;
    return onTasks.accepts(run);
}

QStringList TableContext::commonNotes() const
{
    QStringList notes{countNote(), leftOutNote()};
    if (m_options.verifiers == VerifierMode::Syntax)
        notes << syntaxNote();
    if (const auto contracts = contractsNote(); !contracts.isEmpty())
        notes << contracts;
    return notes + scopeNotes();
}

QStringList TableContext::scopeNotes() const
{
    QStringList notes;
    if (const auto words = inWords(m_options.filter); !words.isEmpty())
        notes << onlyNote(words);
    if (m_study.isSample)
        notes << QStringLiteral("These numbers are a %1: no agent produced them.").arg(sampleLabel);
    return notes;
}

QStringList TableContext::exclusions() const
{
    QStringList phrases;
    if (const auto excluded = leftOutByHand(); !excluded.empty())
        phrases << QStringLiteral("%1 excluded by hand: %2")
                       .arg(counted(std::ssize(excluded), QStringLiteral("run")), reasonsOf(excluded));
    if (const auto older = olderRuns(); older > 0 && !m_filter.allDates)
        phrases << counted(older, QStringLiteral("run")) % u" of older dates";
    if (m_options.verifiers == VerifierMode::Syntax && unjudgedRuns() > 0)
        phrases << counted(unjudgedRuns(), QStringLiteral("run")) % u" the syntax verifiers have not judged";
    if (const auto words = inWords(m_options.filter); !words.isEmpty())
        phrases << u"all but runs with " % words;
    return phrases;
}

QString TableContext::caveat() const
{
    QStringList parts;
    if (m_study.isSample)
        parts << sampleLabel;
    if (const auto excluded = leftOutByHand(); !excluded.empty())
        parts << QStringLiteral("%1 excluded by hand: %2")
                     .arg(counted(std::ssize(excluded), QStringLiteral("run")), reasonsOf(excluded));
    return parts.join(u"; ");
}

std::vector<Run> TableContext::leftOutByHand() const
{
    if (m_filter.excludedToo)
        return {};
    auto filter = m_filter;
    filter.excludedToo = true;
    auto runs = filtered(m_study.runs, filter);
    std::erase_if(runs, [](const Run &run) { return !run.exclusion; });
    return runs;
}

qsizetype TableContext::olderRuns() const
{
    auto filter = m_filter;
    filter.allDates = true;
    return std::ranges::count_if(m_study.runs, [&](const Run &run) { return !run.newestDate && filter.accepts(run); });
}

qsizetype TableContext::unjudgedRuns() const
{
    return std::ranges::count_if(
        m_study.runs, [&](const Run &run) { return !run.syntaxVerdicts && m_filter.accepts(run); });
}

QString TableContext::contractsNote() const
{
    std::map<QString, int> runs;
    for (const auto &run : m_runs)
        ++runs[run.task.contractName()];
    if (runs.size() < 2)
        return {};
    QStringList words;
    for (const auto &[contract, count] : runs)
        words << contract % u" (" % counted(count, QStringLiteral("run")) % u')';
    return QStringLiteral("Tasks of %1 contracts are pooled: %2.").arg(words.size()).arg(words.join(u", "));
}

QString TableContext::syntaxNote() const
{
    const auto unjudged = unjudgedRuns();
    const auto rest = unjudged == 0
        ? QString()
        : QStringLiteral(" %1 not judged by them yet and left out.")
              .arg(unjudged == 1 ? QStringLiteral("1 run is") : QStringLiteral("%1 runs are").arg(unjudged));
    return QStringLiteral("Constraints are judged by the syntax verifiers, which read code; published numbers rest on "
                          "the reference verifiers.")
        % rest;
}

TableContext::Extent TableContext::extent() const
{
    std::set<TaskSpec> tasks;
    std::set<Configuration> configurations;
    for (const auto &run : m_runs) {
        tasks.insert(run.task);
        configurations.insert(run.key.configuration);
    }
    return {.runs = std::ssize(m_runs), .tasks = std::ssize(tasks), .configurations = std::ssize(configurations)};
}

QString TableContext::countNote() const
{
    const auto all = extent();
    return QStringLiteral("Rests on %1 of %2 by %3.")
        .arg(counted(all.runs, QStringLiteral("run")), counted(all.tasks, QStringLiteral("task")),
            counted(all.configurations, QStringLiteral("configuration")));
}

QString TableContext::countWords() const
{
    const auto all = extent();
    return QStringLiteral("n = %1, %2 by %3")
        .arg(counted(all.tasks, QStringLiteral("task")), counted(all.runs, QStringLiteral("run")),
            counted(all.configurations, QStringLiteral("configuration")));
}

QStringList TableContext::cardNotes() const
{
    QStringList notes{countNote()};
    if (!m_filter.allDates)
        notes << leftOutNote();
    if (const auto words = inWords(m_options.filter); !words.isEmpty())
        notes << onlyNote(words);
    return notes;
}

QString TableContext::leftOutNote() const
{
    const auto excluded = leftOutByHand();
    const auto byHand = counted(std::ssize(excluded), QStringLiteral("run")) % u" excluded by hand"
        % (excluded.empty() ? QString() : QString(u": " % reasonsOf(excluded)));
    const auto older = counted(olderRuns(), QStringLiteral("run")) % u" of older dates";
    if (m_filter.allDates)
        return QStringLiteral("Left out: %1. Counted in: %2.").arg(byHand, older);
    return QStringLiteral("Left out: %1; %2.").arg(byHand, older);
}

} // namespace Decayscope
