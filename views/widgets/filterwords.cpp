// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filterwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <utility>

namespace Decayscope {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::FilterWords", text);
}

/// Collects the parts of one filter.
class Parts
{
public:
    explicit Parts(const RunFilter &filter)
        : m_filter(filter)
    { }

    template <typename Field>
    void add(Field RunFilter::*field, const char *name, const QStringList &values)
    {
        if (m_filter.*field == RunFilter{}.*field)
            return;
        auto without = m_filter;
        without.*field = RunFilter{}.*field;
        const auto list = values.size() > 3 ? QCoreApplication::translate("Decayscope::FilterWords", "%n values",
                                                  nullptr, static_cast<int>(values.size()))
                                            : values.join(say(" or "));
        m_parts.push_back({list.isEmpty() ? say(name) : QString(say(name) % u" " % list), std::move(without)});
    }

    [[nodiscard]] std::vector<FilterPart> taken() { return std::move(m_parts); }

private:
    const RunFilter &m_filter;
    std::vector<FilterPart> m_parts;
};

template <typename Range, typename Title>
QStringList titles(const Range &values, Title title)
{
    QStringList texts;
    for (const auto &value : values)
        texts << title(value);
    return texts;
}

QStringList constraintTitles(const RunFilter &filter)
{
    QStringList sets;
    for (const auto &set : filter.constraints)
        sets << titles(set, constraintTitle).join(say(" or "));
    return sets.size() > 1 ? QStringList{sets.join(say(" and "))} : sets;
}

} // namespace

QString levelTitle(int level)
{
    return QString(u'L' % QString::number(level));
}

QString outcomeTitle(RunOutcome outcome)
{
    switch (outcome) {
    case RunOutcome::Success:
        return say("Success");
    case RunOutcome::TestsPassedButViolating:
        return say("Violating");
    case RunOutcome::TestsFailed:
        return say("Tests failed");
    case RunOutcome::NoReport:
        return say("No report");
    }
    return {};
}

QString terminationTitle(Termination termination)
{
    switch (termination) {
    case Termination::Submitted:
        return say("Submitted");
    case Termination::LimitsExceeded:
        return say("Limits exceeded");
    case Termination::Error:
        return say("Error");
    case Termination::Unknown:
        return say("Unknown");
    case Termination::NoTrajectory:
        return say("No trajectory");
    }
    return {};
}

QString kindTitle(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Generation:
        return say("Generation");
    case TaskKind::Feature:
        return say("Feature");
    case TaskKind::Other:
        return say("Other");
    }
    return {};
}

std::vector<FilterPart> filterParts(const RunFilter &filter)
{
    Parts parts(filter);
    parts.add(&RunFilter::text, "contains", {QString(u'“' % filter.text % u'”')});
    parts.add(&RunFilter::models, "model", filter.models);
    parts.add(&RunFilter::scaffolds, "scaffold", filter.scaffolds);
    parts.add(&RunFilter::contracts, "contract", filter.contracts);
    parts.add(&RunFilter::runtimes, "runtime", filter.runtimes);
    parts.add(&RunFilter::frameworks, "framework", filter.frameworks);
    parts.add(&RunFilter::tasks, "task", filter.tasks);
    parts.add(&RunFilter::levels, "level", titles(filter.levels, levelTitle));
    parts.add(&RunFilter::constraints, "with", constraintTitles(filter));
    parts.add(&RunFilter::kinds, "kind", titles(filter.kinds, kindTitle));
    parts.add(&RunFilter::outcomes, "outcome", titles(filter.outcomes, outcomeTitle));
    parts.add(&RunFilter::excludedTerminations, "not ended by", titles(filter.excludedTerminations, terminationTitle));
    if (filter.only)
        parts.add(&RunFilter::only, "of",
            {QCoreApplication::translate(
                "Decayscope::FilterWords", "%n chosen runs", nullptr, static_cast<int>(filter.only->size()))});
    parts.add(&RunFilter::allDates, "older dates too", {});
    parts.add(&RunFilter::excludedToo, "excluded runs too", {});
    return parts.taken();
}

QString filterSentence(const RunFilter &filter)
{
    QStringList texts;
    for (const auto &part : filterParts(filter))
        texts << part.text;
    return texts.join(u" · ");
}

} // namespace Decayscope
