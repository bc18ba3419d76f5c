// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page shows of the queue and of the item at hand; what is done stands in labeldesk.cpp.

#include "labeldesk.h"
#include "studycontroller.h"

#include <labeling/labelpanel.h>
#include <labeling/labelwords.h>
#include <labeling/queuepanel.h>
#include <pages/labelpage.h>
#include <pages/runheader.h>
#include <workspace/labeljournal.h>

#include <algorithm>

namespace Decayscope {

namespace {

ViewState nothingToLabel(const StudySnapshot &study, bool hasSample, const QString &annotator)
{
    if (study.isReadOnly)
        return ViewState::empty(LabelDesk::tr("This study is read-only"),
            LabelDesk::tr("File › Save a copy makes a study of your own, which can be labelled."));
    if (!hasSample)
        return ViewState::empty(LabelDesk::tr("No sample yet"),
            LabelDesk::tr("Draw one under Samples, or take “50 logic errors, stratified” above."));
    return ViewState::empty(LabelDesk::tr("No queue for %1").arg(annotator),
        LabelDesk::tr(
            "This sample was dealt out to others. Choose one of them as the annotator, or draw another sample."));
}

} // namespace

void LabelDesk::showQueue()
{
    const auto study = m_study.snapshot();
    if (!study || !m_journal)
        return;
    std::vector<LabelPage::SampleChoice> choices;
    for (const auto &sample : m_journal->book()->samples)
        choices.push_back({sample.id, sample.design.title});
    m_page.setSamples(choices, m_sample ? m_sample->id : QString());
    m_page.setReadOnly(study->isReadOnly);
    const auto *mine = queue();
    m_page.setState(mine ? ViewState::ready() : nothingToLabel(*study, m_sample.has_value(), m_annotator));
    m_page.queue()->setQueue(queueContent());
}

QueueContent LabelDesk::queueContent() const
{
    QueueContent content{.annotator = m_annotator};
    if (!m_sample)
        return content;
    content.title = m_sample->design.title;
    content.isBlind = m_sample->design.blind;
    content.current = m_row;
    for (const auto &other : m_sample->queues)
        content.annotators << other.annotator;
    const auto *mine = queue();
    if (!mine)
        return content;
    const auto states = m_journal->states(m_annotator, m_sample->id);
    for (const auto &entry : mine->order) {
        const auto state = states.find({m_sample->id, entry.item, entry.occurrence});
        content.items.push_back({.title = targetTitle(m_sample->items[static_cast<std::size_t>(entry.item)].target),
            .state = state == states.end() ? ItemState{} : state->second});
    }
    return content;
}

void LabelDesk::showItem()
{
    const auto book = codebook();
    const auto study = m_study.snapshot();
    if (m_row < 0 || !book || !study) {
        m_page.panel()->showNothing();
        if (m_isInView && queue())
            m_page.run()->setState(nothingLeft());
        return;
    }
    const auto key = keyAt(m_row);
    const auto size = std::ssize(queue()->order);
    LabelPanelItem item{.codebook = &*book,
        .annotator = m_annotator,
        .key = key,
        .state = m_journal->state(m_annotator, key),
        .title = targetTitle(m_sample->items[static_cast<std::size_t>(key.item)].target),
        .position = tr("%1 of %2").arg(m_row + 1).arg(size),
        .isBlind = m_sample->design.blind,
        .isReadOnly = study->isReadOnly,
        .readOnlyReason = study->isReadOnly ? tr("This study is read-only.") : QString()};
    auto label = item.state.draft;
    label.codebook = book->id;
    label.version = book->version;
    item.problems = problemsOf(label, *book);
    if (const auto *undoable = m_journal->book()->log->undoable(m_annotator, m_sample->id))
        item.undoText = actionSentence(undoable->action, *book);
    if (const auto *redoable = m_journal->book()->log->redoable(m_annotator, m_sample->id))
        item.redoText = actionSentence(redoable->action, *book);
    if (!isBlind(item.state))
        item.others = othersOf(m_sample->items[static_cast<std::size_t>(key.item)].target, *book);
    m_page.panel()->setItem(item);
    if (m_page.panel()->isHistoryShown())
        showHistory();
    m_page.run()->setPosition(item.position, m_row > 0, m_row + 1 < size);
}

/// What is not done then waits for its time.
ViewState LabelDesk::nothingLeft() const
{
    const auto states = m_journal->states(m_annotator, m_sample->id);
    const auto done = std::ranges::count_if(states, [](const auto &state) { return state.second.isDone(); });
    if (done < std::ssize(queue()->order))
        return ViewState::empty(tr("Nothing to label right now"),
            tr("The other items of this queue come later, some hours after the ones before them."));
    return ViewState::empty(tr("All items are labelled or skipped"),
        tr("Choose one in the queue to look at it again, or see how far you agree on the Agreement page."));
}

QStringList LabelDesk::othersOf(const LabelTarget &target, const Codebook &book) const
{
    QStringList lines;
    for (const auto &row : m_journal->book()->rows) {
        if (row.target == target && row.annotator != m_annotator)
            lines << tr("%1: %2").arg(row.annotator, labelTitle(book, row.label));
    }
    return lines;
}

void LabelDesk::showHistory()
{
    const auto book = codebook();
    if (m_row >= 0 && book)
        m_page.panel()->showHistory(
            historyLines(*m_journal->book()->log, m_journal->state(m_annotator, keyAt(m_row)), *book));
}

} // namespace Decayscope
