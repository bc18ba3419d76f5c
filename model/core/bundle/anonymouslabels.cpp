// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "anonymouslabels.h"

#include "anonymousstudy.h"
#include "labeldocuments.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// Names of no person: the study's own codebook was written by this program.
bool isReserved(const QString &name)
{
    static const auto program = studyCodebook().changes.front().author;
    return name.isEmpty() || name == judgeName || name == adjudicatedName || name == program;
}

/// What stands for the names and ids of a label book.
class Aliases
{
public:
    Aliases(const LabelBook &labels, const std::vector<LabelEvent> &events)
    {
        for (const auto &name : peopleOf(labels))
            m_people.insert(name, u"annotator %1"_s.arg(m_people.size() + 1));
        std::set<QString> streams;
        for (const auto &event : events) {
            streams.insert(event.stream);
            m_events.insert(event.id, u"event %1"_s.arg(m_events.size() + 1, 7, 10, QChar(u'0')));
        }
        for (const auto &stream : streams) // Sorted, as events of one moment are.
            m_streams.insert(stream, u"stream %1"_s.arg(m_streams.size() + 1, 4, 10, QChar(u'0')));
    }

    void addSample(const QString &id, const QString &alias) { m_samples.insert(id, alias); }

    [[nodiscard]] QString person(const QString &name) const { return m_people.value(name, name); }
    [[nodiscard]] QString stream(const QString &stream) const { return m_streams.value(stream); }
    [[nodiscard]] QString sample(const QString &id) const { return m_samples.value(id, id); }
    [[nodiscard]] QString event(const QString &id) const { return m_events.value(id, u"event unknown"_s); }

    [[nodiscard]] QStringList people(QStringList names) const
    {
        for (auto &name : names)
            name = person(name);
        return names;
    }

private:
    QHash<QString, QString> m_people;
    QHash<QString, QString> m_events;
    QHash<QString, QString> m_streams;
    QHash<QString, QString> m_samples;
};

Evidence withoutQuote(Evidence evidence)
{
    evidence.quote.clear();
    return evidence;
}

Label withoutTexts(Label label)
{
    label.memo.clear();
    for (auto &evidence : label.evidence)
        evidence.quote.clear();
    if (auto &judged = label.judged) {
        for (auto *text : {&judged->host, &judged->coarseReasoning, &judged->coarseAnswer, &judged->fineAnswer})
            text->clear();
        if (!judged->invalid.isEmpty())
            judged->invalid = QStringLiteral("no valid answer");
    }
    return label;
}

/// An action without free texts: one function a kind that has any, or that speaks of other events.
struct ActionMask
{
    const Aliases &aliases;

    LabelAction operator()(const Noted &) const { return Noted(); }
    LabelAction operator()(const Skipped &) const { return Skipped(); }
    LabelAction operator()(const EvidenceAdded &a) const { return EvidenceAdded{withoutQuote(a.evidence)}; }
    LabelAction operator()(const Committed &a) const { return Committed{withoutTexts(a.label)}; }
    LabelAction operator()(const Reverted &a) const { return Reverted{aliases.event(a.event)}; }
    LabelAction operator()(const Undone &a) const { return Undone{aliases.event(a.event)}; }
    LabelAction operator()(const Redone &a) const { return Redone{aliases.event(a.event)}; }
    LabelAction operator()(const Adjudicated &a) const
    {
        QStringList basis;
        for (const auto &event : a.basis)
            basis.append(aliases.event(event));
        return Adjudicated{withoutTexts(a.label), basis};
    }
    LabelAction operator()(const Imported &a) const { return Imported{withoutTexts(a.label), {}, a.precedence}; }
    template <typename Action>
    LabelAction operator()(const Action &action) const
    {
        return action;
    }
};

Sample anonymousSample(Sample sample, const Aliases &aliases, const WordMask &mask)
{
    sample.createdBy.clear();
    sample.maskRules.clear();
    auto &design = sample.design;
    design.title = mask.masked(design.title);
    design.annotators = aliases.people(design.annotators);
    design.categoryBy = aliases.person(design.categoryBy);
    design.maskWords.clear();
    for (auto &queue : sample.queues)
        queue.annotator = aliases.person(queue.annotator);
    return sealed(std::move(sample));
}

Codebook anonymousCodebook(Codebook book, const Aliases &aliases, const WordMask &mask)
{
    if (book == studyCodebook())
        return book;
    book.title = mask.masked(book.title);
    for (auto &code : book.codes) {
        for (auto *text : {&code.title, &code.definition, &code.hint})
            *text = mask.masked(*text);
        for (auto *list : {&code.examples, &code.counterExamples}) {
            for (auto &text : *list)
                text = mask.masked(text);
        }
    }
    for (auto &change : book.changes) {
        change.author = aliases.person(change.author);
        change.reason.clear();
    }
    return book;
}

/// Events in their order; the chain of each stream is made anew.
std::vector<LabelEvent> anonymousEvents(std::vector<LabelEvent> events, const Aliases &aliases)
{
    QHash<QString, QByteArray> last;
    for (auto &event : events) {
        event.id = aliases.event(event.id);
        event.stream = aliases.stream(event.stream);
        event.annotator = aliases.person(event.annotator);
        event.item.sample = aliases.sample(event.item.sample);
        event.action = std::visit(ActionMask{aliases}, event.action);
        if (event.number == 0)
            continue; // It was never stored.
        event.previous = last.value(event.stream);
        event.hash = labelEventHash(event);
        last.insert(event.stream, event.hash);
    }
    return events;
}

/// Of labels without events, which only tests have.
std::vector<LabelRow> anonymousRows(std::vector<LabelRow> rows, const Aliases &aliases)
{
    for (auto &row : rows) {
        row.annotator = aliases.person(row.annotator);
        row.item.sample = aliases.sample(row.item.sample);
        row.label = withoutTexts(std::move(row.label));
        row.coarseMemo.clear();
        row.event.clear();
    }
    return rows;
}

void addPerson(QStringList &people, const QString &name)
{
    if (!isReserved(name) && !people.contains(name))
        people.append(name);
}

/// Annotators by the time of their first events.
QStringList annotatorsByTime(const LabelLog &log)
{
    std::map<QString, QString> first;
    for (const auto &event : log.events()) {
        auto &time = first.try_emplace(event.annotator, event.time).first->second;
        time = std::min(time, event.time);
    }
    std::vector<std::pair<QString, QString>> byTime;
    byTime.reserve(first.size());
    for (const auto &[name, time] : first)
        byTime.emplace_back(time, name);
    std::ranges::sort(byTime);
    QStringList names;
    for (const auto &[time, name] : byTime)
        addPerson(names, name);
    return names;
}

} // namespace

QStringList peopleOf(const LabelBook &labels)
{
    auto people = labels.log ? annotatorsByTime(*labels.log) : QStringList();
    for (const auto &name : labels.annotators())
        addPerson(people, name);
    for (const auto &sample : labels.samples) {
        for (const auto &name : sample.design.annotators)
            addPerson(people, name);
        for (const auto &queue : sample.queues)
            addPerson(people, queue.annotator);
        addPerson(people, sample.design.categoryBy);
        addPerson(people, sample.createdBy);
    }
    for (const auto &book : labels.codebooks) {
        for (const auto &change : book.changes)
            addPerson(people, change.author);
    }
    return people;
}

LabelBook anonymousLabels(const LabelBook &labels, std::span<const Run> runs, const WordMask &mask)
{
    const auto events = labels.log ? orderedEvents(labels.log->events()) : std::vector<LabelEvent>();
    Aliases aliases(labels, events);
    LabelBook anonymous;
    anonymous.revision = labels.revision;
    for (const auto &sample : labels.samples) {
        anonymous.samples.push_back(anonymousSample(sample, aliases, mask));
        aliases.addSample(sample.id, anonymous.samples.back().id);
    }
    for (const auto &book : labels.codebooks)
        anonymous.codebooks.push_back(anonymousCodebook(book, aliases, mask));
    if (!labels.log) {
        anonymous.rows = anonymousRows(labels.rows, aliases);
        return anonymous;
    }
    const auto log = std::make_shared<LabelLog>();
    log->add(anonymousEvents(events, aliases));
    anonymous.rows = labelRows(*log, anonymous.samples, runs);
    anonymous.log = log;
    return anonymous;
}

} // namespace Decayscope
