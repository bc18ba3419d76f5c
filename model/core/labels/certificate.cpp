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

/// Follows the events of an annotator's item until adjudication showed them what others think.
class LineMaker
{
public:
    LineMaker(const LabelLog &log, const QString &annotator, const ItemKey &item)
        : m_log(log)
        , m_item(item)
        , m_line{.annotator = annotator, .item = item, .labelled = {}, .revealed = {}, .holds = false, .hash = {}}
    {
        // A repeat shows the same run: what was revealed of one occurrence is known of all.
        for (const auto &[key, state] : log.states(annotator, item.sample)) {
            if (key.item == item.item)
                std::ranges::copy_if(state.events, std::back_inserter(m_events),
                    [&](std::size_t index) { return key == item || isReveal(index); });
        }
        std::ranges::sort(m_events, [&](std::size_t a, std::size_t b) { return log.isBefore(a, b); });
    }

    CertificateLine line()
    {
        const auto decisions = m_log.adjudications({m_item.sample, m_item.item, 0});
        for (const auto index : m_events) {
            if (isReveal(index))
                noteReveal(m_log.events()[index]);
            else if (decisions.empty() || m_log.isBefore(index, decisions.front()))
                noteLabel(m_log.events()[index]);
        }
        return m_line;
    }

    [[nodiscard]] bool wasMarkedBlind() const { return m_isMarked; }

private:
    [[nodiscard]] bool isReveal(std::size_t index) const
    {
        return std::holds_alternative<Revealed>(m_log.events()[index].action);
    }

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
        if (!committed || m_log.isUndone(event.id) || made->item != m_item || made->annotator != event.annotator)
            return;
        m_line.labelled = event.time;
        m_line.hash = event.hash;
        m_line.holds = m_line.revealed.isEmpty();
        m_isMarked = committed->label.blind;
    }

    const LabelLog &m_log;
    const ItemKey m_item;
    CertificateLine m_line;
    std::vector<std::size_t> m_events;
    bool m_isMarked = false; ///< The label says of itself that it is blind.
};

/// The items of an annotator's queue, and others they labelled all the same.
std::vector<ItemKey> itemsOf(const LabelLog &log, const Sample &sample, const QString &annotator)
{
    std::vector<ItemKey> items;
    if (const auto *queue = sample.queueOf(annotator)) {
        for (const auto &entry : queue->order)
            items.push_back({sample.id, entry.item, entry.occurrence});
    }
    for (const auto &[item, state] : log.states(annotator, sample.id)) {
        if (state.committed)
            items.push_back(item);
    }
    std::ranges::sort(items);
    items.erase(std::ranges::unique(items).begin(), items.end());
    return items;
}

QStringList annotatorsOf(const LabelLog &log, const Sample &sample)
{
    auto names = log.annotators(sample.id);
    for (const auto &queue : sample.queues)
        names.append(queue.annotator);
    names.sort();
    names.removeDuplicates();
    return names;
}

void addLine(BlindingCertificate &certificate, const LabelLog &log, const QString &annotator, const ItemKey &item)
{
    LineMaker maker(log, annotator, item);
    certificate.lines.push_back(maker.line());
    const auto &line = certificate.lines.back();
    if (line.labelled.isEmpty())
        return;
    const QString which = itemName(item) % u" of " % annotator;
    if (!line.holds)
        certificate.problems.append(u"The label of " % which % u" was made after something blind was shown.");
    else if (!maker.wasMarkedBlind())
        certificate.problems.append(u"The label of " % which % u" was made in a view that was not blind.");
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
    const auto annotators = annotatorsOf(log, *frozen);
    for (const auto &annotator : annotators) {
        for (const auto &item : itemsOf(log, *frozen, annotator))
            addLine(certificate, log, annotator, item);
    }
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
