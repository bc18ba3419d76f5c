// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate.h"

#include "jsonfields.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

QString itemName(const ItemKey &item)
{
    const QString name = u"item " % QString::number(qint64{item.item} + 1);
    return item.occurrence == 0 ? name : name % u" (repeat " % QString::number(item.occurrence) % u')';
}

bool isRevealed(const LabelLog &log, std::size_t index)
{
    return std::holds_alternative<Revealed>(log.events()[index].action);
}

/// When adjudication first decided something of the runs of a sample.
class Decisions
{
public:
    Decisions(const LabelLog &log, const Sample &sample)
        : m_log(log)
        , m_sample(sample)
    {
        for (const auto index : log.adjudications({}))
            m_outside.try_emplace(undated(log.events()[index].target), index);
    }

    /// The number in the log of the first decision of an item, in the sample or of its run outside of samples.
    [[nodiscard]] std::optional<std::size_t> first(const ItemKey &item) const
    {
        auto decisions = m_log.adjudications({item.sample, item.item, 0});
        if (item.occurrence != 0)
            std::ranges::copy(m_log.adjudications(item), std::back_inserter(decisions));
        if (item.item >= 0 && item.item < std::ssize(m_sample.items)) {
            const auto &target = m_sample.items[static_cast<std::size_t>(item.item)].target;
            if (const auto found = m_outside.find(undated(target)); found != m_outside.end())
                decisions.push_back(found->second);
        }
        const auto first = std::ranges::min_element(
            decisions, [this](std::size_t a, std::size_t b) { return m_log.isBefore(a, b); });
        return first == decisions.end() ? std::nullopt : std::optional(*first);
    }

private:
    /// A label outside of samples may leave the date open.
    static LabelTarget undated(LabelTarget target)
    {
        target.date.clear();
        return target;
    }

    const LabelLog &m_log;
    const Sample &m_sample;
    std::map<LabelTarget, std::size_t> m_outside;
};

/// Follows the events of an annotator's item until adjudication showed them what others think.
class LineMaker
{
public:
    /// `events`: those of the item, and the reveals of its repeats.
    LineMaker(
        const LabelLog &log, CertificateLine line, std::vector<std::size_t> events, std::optional<std::size_t> decision)
        : m_log(log)
        , m_line(std::move(line))
        , m_events(std::move(events))
        , m_decision(decision)
    {
        std::ranges::sort(m_events, [&](std::size_t a, std::size_t b) { return log.isBefore(a, b); });
    }

    CertificateLine line()
    {
        for (const auto index : m_events) {
            if (isReveal(index))
                noteReveal(m_log.events()[index]);
            else if (!m_decision || m_log.isBefore(index, *m_decision))
                noteLabel(m_log.events()[index]);
        }
        return m_line;
    }

    [[nodiscard]] bool wasMarkedBlind() const { return m_isMarked; }

private:
    [[nodiscard]] bool isReveal(std::size_t index) const { return isRevealed(m_log, index); }

    void noteReveal(const LabelEvent &event)
    {
        if (m_line.revealed.isEmpty())
            m_line.revealed = event.time;
    }

    void noteLabel(const LabelEvent &event)
    {
        const auto *made = &event;
        if (const auto *reverted = std::get_if<Reverted>(&event.action))
            made = m_log.find(reverted->event);
        const auto *committed = made ? std::get_if<Committed>(&made->action) : nullptr;
        if (!committed || m_log.isUndone(event.id) || made->item != m_line.item || made->annotator != event.annotator)
            return;
        m_line.labelled = event.time;
        m_line.hash = event.hash;
        m_line.holds = m_line.revealed.isEmpty();
        m_isMarked = committed->label.blind;
    }

    const LabelLog &m_log;
    CertificateLine m_line;
    std::vector<std::size_t> m_events;
    const std::optional<std::size_t> m_decision; ///< The first adjudication.
    bool m_isMarked = false; ///< The label says of itself that it is blind.
};

/// Makes the lines of one annotator.
class AnnotatorLines
{
public:
    AnnotatorLines(const LabelLog &log, const Sample &sample, QString annotator)
        : m_log(log)
        , m_sample(sample)
        , m_annotator(std::move(annotator))
        , m_states(log.states(m_annotator, sample.id))
    {
        // A repeat shows the same run: what was revealed of one occurrence is known of all.
        for (const auto &[item, state] : m_states)
            std::ranges::copy_if(state.events, std::back_inserter(m_reveals[item.item]),
                [&](std::size_t index) { return isRevealed(log, index); });
    }

    void addTo(BlindingCertificate &certificate, const Decisions &decisions) const
    {
        for (const auto &item : items()) {
            LineMaker maker(m_log, {.annotator = m_annotator, .item = item}, eventsOf(item), decisions.first(item));
            certificate.lines.push_back(maker.line());
            certificate.problems += problemsOfLine(certificate.lines.back(), maker.wasMarkedBlind());
        }
    }

private:
    /// Those of the queue, and others that were labelled all the same.
    [[nodiscard]] std::vector<ItemKey> items() const
    {
        std::vector<ItemKey> items;
        if (const auto *queue = m_sample.queueOf(m_annotator)) {
            for (const auto &entry : queue->order)
                items.push_back({m_sample.id, entry.item, entry.occurrence});
        }
        for (const auto &[item, state] : m_states) {
            if (state.committed)
                items.push_back(item);
        }
        std::ranges::sort(items);
        items.erase(std::ranges::unique(items).begin(), items.end());
        return items;
    }

    [[nodiscard]] std::vector<std::size_t> eventsOf(const ItemKey &item) const
    {
        std::vector<std::size_t> events;
        if (const auto reveals = m_reveals.find(item.item); reveals != m_reveals.end())
            events = reveals->second;
        if (const auto state = m_states.find(item); state != m_states.end())
            std::ranges::copy_if(state->second.events, std::back_inserter(events),
                [this](std::size_t index) { return !isRevealed(m_log, index); });
        return events;
    }

    static QStringList problemsOfLine(const CertificateLine &line, bool isMarkedBlind)
    {
        if (line.labelled.isEmpty() || (line.holds && isMarkedBlind))
            return {};
        const QString label = u"The label of " % itemName(line.item) % u" of " % line.annotator % u" was made ";
        return {line.holds ? QString(label % u"in a view that was not blind.")
                           : label % u"after something blind was shown."};
    }

    const LabelLog &m_log;
    const Sample &m_sample;
    const QString m_annotator;
    const std::map<ItemKey, ItemState> m_states;
    std::map<int, std::vector<std::size_t>> m_reveals;
};

QStringList annotatorsOf(const LabelLog &log, const Sample &sample)
{
    auto names = log.annotators(sample.id);
    for (const auto &queue : sample.queues)
        names.append(queue.annotator);
    names.sort();
    names.removeDuplicates();
    return names;
}

QByteArray lastHashes(std::span<const LabelEvent> events)
{
    std::map<QString, const LabelEvent *> last;
    for (const auto &event : events) {
        auto *&newest = last[event.stream];
        if (event.number > 0 && (!newest || newest->number < event.number))
            newest = &event;
    }
    QCryptographicHash chain(QCryptographicHash::Sha256);
    for (const auto &[stream, event] : last) {
        if (event)
            chain.addData(event->hash);
    }
    return chain.result();
}

QStringList problemsOfSample(const Sample &sample)
{
    QStringList problems;
    if (!sample.design.blind)
        problems.append(u"The sample \"" % sample.design.title % u"\" was not designed to be blind."_s);
    if (!sample.isHandout && sealed(sample).hash != sample.hash)
        problems.append(u"The sample \"" % sample.design.title % u"\" is not what was frozen: its hash differs."_s);
    return problems;
}

} // namespace

BlindingCertificate blindingCertificate(const LabelBook &book, const QString &sample)
{
    BlindingCertificate certificate{.sample = sample, .sampleHash = {}, .lines = {}, .problems = {}, .chain = {}};
    const auto *frozen = book.sample(sample);
    if (!frozen || !book.log) {
        certificate.problems.append(u"The sample \"" % sample % u"\" is not in this study.");
        return certificate;
    }
    const auto &log = *book.log;
    certificate.sampleHash = frozen->hash;
    certificate.problems = problemsOfSample(*frozen) + chainProblems(log.events());
    certificate.chain = lastHashes(log.events());
    const Decisions decisions(log, *frozen);
    const auto annotators = annotatorsOf(log, *frozen);
    for (const auto &annotator : annotators)
        AnnotatorLines(log, *frozen, annotator).addTo(certificate, decisions);
    return certificate;
}

QByteArray certificateJson(const BlindingCertificate &certificate)
{
    QJsonArray lines;
    for (const auto &line : certificate.lines)
        lines.append(QJsonObject{{u"annotator"_s, line.annotator}, {u"hash"_s, hashText(line.hash)},
            {u"holds"_s, line.holds}, {u"item"_s, line.item.item}, {u"labelled"_s, line.labelled},
            {u"occurrence"_s, line.item.occurrence}, {u"revealed"_s, line.revealed}});
    const QJsonObject object{{u"chain"_s, hashText(certificate.chain)}, {u"holds"_s, certificate.holds()},
        {u"items"_s, lines}, {u"problems"_s, QJsonArray::fromStringList(certificate.problems)},
        {u"sample"_s, certificate.sample}, {u"sampleHash"_s, hashText(certificate.sampleHash)}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace Decayscope
