// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sidenotes.h"

#include <figures/figurewords.h>
#include <stats/grouping.h>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr std::size_t namedTasks = 12;

TableOptions optionsOf(const ComparedSide &side, const SideComparisonOptions &options)
{
    return {.filter = side.filter, .mode = options.mode, .verifiers = options.verifiers};
}

/// Few tasks by name, many as counts by framework.
QString namesOf(const std::vector<TaskSpec> &tasks)
{
    QStringList words;
    if (tasks.size() <= namedTasks) {
        for (const auto &task : tasks)
            words << task.name;
        words.sort();
        return words.join(listSeparator);
    }
    for (const auto &[framework, of] : groupedBy(tasks, [](const TaskSpec &task) { return task.framework; }))
        words << framework % u" (" % QString::number(of.size()) % u')';
    return words.join(listSeparator);
}

/// The tasks that only one side ran: "Left out: 2 tasks that only A ran: a, b."
void addTasksOnly(QStringList &notes, QStringView side, const std::set<TaskSpec> &of, const std::set<TaskSpec> &other)
{
    std::vector<TaskSpec> only;
    std::ranges::set_difference(of, other, std::back_inserter(only));
    if (only.empty())
        return;
    notes << QStringLiteral("Left out: %1 that only %2 ran: %3.")
                 .arg(countedWords(std::ssize(only), u"task"), side, namesOf(only));
}

QString withinNoun(Pairing pairing)
{
    switch (pairing) {
    case Pairing::Model:
        return QStringLiteral("model");
    case Pairing::Scaffold:
        return QStringLiteral("scaffold");
    case Pairing::Configuration:
    case Pairing::Task:
        return QStringLiteral("configuration");
    }
    return {};
}

void addWithinOnly(QStringList &notes, QStringView side, const QStringList &only, Pairing pairing)
{
    if (only.isEmpty() || pairing == Pairing::Task)
        return;
    notes << QStringLiteral("Left out: %1 that only %2 has: %3.")
                 .arg(countedWords(only.size(), withinNoun(pairing)), side, only.join(listSeparator));
}

void addUnpaired(QStringList &notes, const PairedSides &sides)
{
    if (sides.unpairedA + sides.unpairedB == 0)
        return;
    notes << QStringLiteral("Runs without a counterpart on the other side, which count nowhere here: %1 of A, %2 of B.")
                 .arg(wholeWords(sides.unpairedA), wholeWords(sides.unpairedB));
}

/// Sentences of both sides once, those of one side under its name.
QStringList merged(const QStringList &a, const QStringList &b, QStringView separator)
{
    QStringList both;
    QStringList onlyA;
    QStringList onlyB;
    for (const auto &sentence : a)
        (b.contains(sentence) ? both : onlyA) << sentence;
    std::ranges::copy_if(b, std::back_inserter(onlyB), [&](const QString &sentence) { return !a.contains(sentence); });
    QStringList all;
    if (!onlyA.isEmpty())
        all << u"A: " + onlyA.join(separator);
    if (!onlyB.isEmpty())
        all << u"B: " + onlyB.join(separator);
    return all + both;
}

/// A filter narrowed to runs that it accepts.
RunFilter narrowed(RunFilter filter, std::set<RunId> ids)
{
    filter.only = std::move(ids);
    return filter;
}

std::pair<int, int> countedRuns(const PairedSides &sides)
{
    std::pair<int, int> counts;
    for (const auto &task : sides.tasks) {
        for (const auto &pair : task.pairs) {
            counts.first += static_cast<int>(pair.a.runs.size());
            counts.second += static_cast<int>(pair.b.runs.size());
        }
    }
    return counts;
}

} // namespace

ComparisonContext::ComparisonContext(
    const ComparedSide &a, const ComparedSide &b, const SideComparisonOptions &options, const PairedSides &sides)
    : m_a(a)
    , m_b(b)
    , m_options(options)
    , m_sides(sides)
    , m_contextA(*a.study, optionsOf(a, options), sides.kind)
    , m_contextB(*b.study, optionsOf(b, options), sides.kind)
{ }

RunFilter ComparisonContext::runsOfA(std::set<RunId> ids) const
{
    return narrowed(m_contextA.filter(), std::move(ids));
}

RunFilter ComparisonContext::runsOfB(std::set<RunId> ids) const
{
    return narrowed(m_contextB.filter(), std::move(ids));
}

QString ComparisonContext::measureWords() const
{
    return scoreTitle(u"A%", m_options.mode, m_options.verifiers);
}

QString ComparisonContext::adjustmentWords() const
{
    switch (m_options.adjustment) {
    case Adjustment::None:
        return {};
    case Adjustment::Holm:
        return QStringLiteral("Holm");
    case Adjustment::BenjaminiHochberg:
        return QStringLiteral("Benjamini–Hochberg");
    }
    return {};
}

TableDraft ComparisonContext::startedTable(const QString &name, const QString &title) const
{
    TableDraft draft(name, title % u": B (" % m_b.name % u") less A (" % m_a.name % u')');
    const auto group = QStringLiteral("sides");
    draft.addField({group, QStringLiteral("a"), QStringLiteral("A"), CellKind::Text, cellOf(m_a.name)});
    draft.addField({group, QStringLiteral("b"), QStringLiteral("B"), CellKind::Text, cellOf(m_b.name)});
    return draft;
}

TableSpec ComparisonContext::finished(TableDraft &draft) const
{
    auto table = draft.finishedOfLabels(m_contextA);
    table.notes.resize(table.notes.size() - m_contextA.scopeNotes().size()); // They speak of one side alone.
    table.notes << notes();
    table.card.exclusions = exclusions();
    if (table.card.count.isEmpty())
        table.card.count = countWords();
    table.caveat = caveat();
    return table;
}

void ComparisonContext::finish(FigureSpec &figure) const
{
    figure.notes << notes();
    figure.card.exclusions = exclusions();
    figure.card.count = countWords();
    figure.caveat = caveat();
}

QString ComparisonContext::countWords() const
{
    qsizetype pairs = 0;
    for (const auto &task : m_sides.tasks)
        pairs += std::ssize(task.pairs);
    const auto [a, b] = countedRuns(m_sides);
    const auto tasks = countedWords(std::ssize(m_sides.tasks), u"task");
    return QStringLiteral("n = %1, %2 of A and %3 of B")
        .arg(m_sides.pairing == Pairing::Task ? tasks : QString(tasks % u" in " % countedWords(pairs, u"pair")),
            countedWords(a, u"run"), wholeWords(b));
}

QStringList ComparisonContext::notes() const
{
    QStringList notes{QStringLiteral("Differences are B less A in percentage points."), pairingNote()};
    notes << leftOutNotes();
    if (m_sides.inCommon > 0)
        notes << QStringLiteral("%1 on both sides.")
                     .arg(m_sides.inCommon == 1 ? QStringLiteral("1 run is")
                                                : QStringLiteral("%1 runs are").arg(wholeWords(m_sides.inCommon)));
    return notes + merged(m_contextA.commonNotes(), m_contextB.commonNotes(), u" ");
}

QString ComparisonContext::pairingNote() const
{
    switch (m_sides.pairing) {
    case Pairing::Model:
    case Pairing::Scaffold:
    case Pairing::Configuration:
        return QStringLiteral("Only tasks that both sides ran count, paired within each %1; a task's value is the mean "
                              "over its pairs.")
            .arg(withinNoun(m_sides.pairing));
    case Pairing::Task:
        return QStringLiteral("Only tasks that both sides ran count, paired by task; a side's value on a task is the "
                              "mean over its configurations.");
    }
    return {};
}

QStringList ComparisonContext::leftOutNotes() const
{
    QStringList notes;
    addTasksOnly(notes, u"A", m_sides.tasksOfA, m_sides.tasksOfB);
    addTasksOnly(notes, u"B", m_sides.tasksOfB, m_sides.tasksOfA);
    addWithinOnly(notes, u"A", m_sides.onlyA, m_sides.pairing);
    addWithinOnly(notes, u"B", m_sides.onlyB, m_sides.pairing);
    addUnpaired(notes, m_sides);
    return notes;
}

QStringList ComparisonContext::exclusions() const
{
    return merged(m_contextA.exclusions(), m_contextB.exclusions(), u", ");
}

QString ComparisonContext::caveat() const
{
    if (m_contextA.caveat() == m_contextB.caveat())
        return m_contextA.caveat();
    QStringList parts;
    for (const auto &[name, text] : {std::pair{u'A', m_contextA.caveat()}, std::pair{u'B', m_contextB.caveat()}}) {
        if (!text.isEmpty())
            parts << QString(name) % u": " % text;
    }
    return parts.join(u"; ");
}

} // namespace Decayscope
