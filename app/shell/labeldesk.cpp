// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labeldesk.h"

#include "commands.h"
#include "settings.h"
#include "studycontroller.h"

#include <labeling/labelpanel.h>
#include <labeling/queuepanel.h>
#include <pages/labelpage.h>
#include <workspace/labeljournal.h>

#include <algorithm>

namespace Decayscope {

namespace {

QString ownName(const Settings &settings)
{
    const auto name = settings.value(Keys::annotator);
    return name.isEmpty() ? qEnvironmentVariable("USER", LabelDesk::tr("me")) : name;
}

} // namespace

LabelDesk::LabelDesk(StudyController &study, LabelPage &page, CommandSet &commands, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_study(study)
    , m_page(page)
    , m_commands(commands)
    , m_settings(settings)
    , m_runs(study)
    , m_annotator(ownName(settings))
{
    connectPage();
    connectCommands();
    connectRun();
    refreshCommands();
}

LabelDesk::~LabelDesk() = default;

void LabelDesk::takeStudy()
{
    m_runs.close();
    m_places.clear();
    m_row = -1;
    m_sample.reset();
    m_mask.reset();
    m_annotator = ownName(m_settings);
    m_journal = m_study.labels();
    if (m_journal) {
        connect(m_journal, &LabelJournal::changed, this, &LabelDesk::takeLabels);
        connect(m_journal, &LabelJournal::failed, this, &LabelDesk::problem);
        chooseSample(m_settings.value(Keys::labelSample));
    }
    takeChange();
}

void LabelDesk::takeChange()
{
    m_mask.reset();
    takeLabels();
}

/// The newest sample that the annotator has a queue in, where the one asked for is not there.
void LabelDesk::chooseSample(const QString &id)
{
    if (!m_journal)
        return;
    leave();
    const auto book = m_journal->book();
    const auto *sample = book->sample(id);
    for (auto at = book->samples.rbegin(); !sample && at != book->samples.rend(); ++at) {
        if (at->queueOf(m_annotator))
            sample = &*at;
    }
    if (!sample && !book->samples.empty())
        sample = &book->samples.back();
    m_sample = sample ? std::optional(*sample) : std::nullopt;
    // Where there is nothing to label but something to see, and where a coordinator said who labels.
    const bool takesName = m_sample && (m_sample->isHandout || m_study.snapshot()->isReadOnly);
    if (takesName && !queue() && !m_sample->queues.empty()) {
        m_annotator = m_sample->queues.front().annotator;
        emit annotatorChanged(m_annotator);
    }
    m_row = -1;
    m_mask.reset();
    m_runs.close();
    takeLabels();
}

void LabelDesk::setInView(bool inView)
{
    if (std::exchange(m_isInView, inView) == inView)
        return;
    if (!inView) {
        leave();
        m_timer.stop();
    } else if (m_row >= 0) {
        m_timer.start();
    } else {
        takeLabels();
    }
    refreshCommands();
}

void LabelDesk::saveState()
{
    leave();
    if (const auto study = m_study.snapshot(); !study || study->isReadOnly)
        return;
    m_settings.set(Keys::annotator, m_annotator);
    m_settings.set(Keys::labelSample, m_sample ? m_sample->id : QString());
}

RunPage *LabelDesk::runInView() const
{
    return m_isInView && m_row >= 0 && m_page.view() == LabelPage::View::Queue ? m_page.run() : nullptr;
}

std::optional<ItemKey> LabelDesk::item() const
{
    return m_row < 0 ? std::nullopt : std::optional(keyAt(m_row));
}

/// The labels are others than before: by this annotator, by another window, or with another study.
void LabelDesk::takeLabels()
{
    if (m_journal && !m_sample && !m_journal->book()->samples.empty()) {
        chooseSample(m_settings.value(Keys::labelSample));
        return;
    }
    if (m_journal && m_row < 0 && m_isInView)
        openFirst();
    showQueue();
    showItem();
    refreshCommands();
}

void LabelDesk::chooseAnnotator(const QString &name)
{
    if (name.trimmed().isEmpty() || name == m_annotator)
        return;
    leave();
    m_annotator = name.trimmed();
    m_settings.set(Keys::annotator, m_annotator);
    m_row = -1;
    m_runs.close();
    emit annotatorChanged(m_annotator);
    takeLabels();
}

void LabelDesk::open(int row)
{
    const auto *mine = queue();
    if (!mine || row < 0 || row >= std::ssize(mine->order))
        return;
    if (!mayOpen(row)) {
        emit told(tr("This item comes later."));
        return;
    }
    m_page.panel()->flush();
    leave();
    m_row = row;
    const auto key = keyAt(row);
    const auto state = m_journal->state(m_annotator, key);
    if (!state.isOpened && !m_study.snapshot()->isReadOnly)
        m_journal->record(m_annotator, key, Opened{});
    m_runs.close();
    openRun(state);
    if (m_isInView)
        m_timer.start();
    showQueue();
    showItem();
    refreshCommands();
    emit itemChanged();
}

void LabelDesk::leave()
{
    const auto spent = m_timer.take();
    if (m_row < 0 || !m_journal)
        return;
    const auto key = keyAt(m_row);
    if (m_page.run()->reading())
        m_places[key] = m_page.run()->place();
    if (spent > 0 && !m_study.snapshot()->isReadOnly)
        m_journal->record(m_annotator, key, Spent{spent});
}

void LabelDesk::step(int by)
{
    const auto *mine = queue();
    auto row = m_row + by;
    while (mine && row >= 0 && row < std::ssize(mine->order) && !mayOpen(row))
        row += by;
    open(row);
}

/// Where there is work, that; in a study that is only looked at, its first item.
void LabelDesk::openFirst()
{
    openNext();
    if (m_row < 0 && queue() && m_study.snapshot()->isReadOnly)
        open(0);
}

/// The next item that is neither labelled nor skipped, round at the end.
void LabelDesk::openNext()
{
    const auto *mine = queue();
    if (!mine)
        return;
    const auto count = static_cast<int>(mine->order.size());
    const auto states = m_journal->states(m_annotator, m_sample->id);
    for (int i = 1; i <= count; ++i) {
        const auto row = (m_row + i) % count;
        const auto state = states.find(keyAt(row));
        if ((state == states.end() || !state->second.isDone()) && mayOpen(row))
            return open(row);
    }
    leave();
    m_row = -1;
    m_timer.stop();
    m_runs.close();
    showQueue();
    showItem();
    refreshCommands();
    emit itemChanged();
}

void LabelDesk::act(const LabelAction &action)
{
    if (m_row < 0 || !m_journal)
        return;
    m_journal->record(m_annotator, keyAt(m_row), action);
    if (std::holds_alternative<Skipped>(action))
        openNext();
}

void LabelDesk::commit(bool andNext)
{
    const auto book = codebook();
    if (m_row < 0 || !book)
        return;
    auto label = m_journal->state(m_annotator, keyAt(m_row)).draft;
    label.codebook = book->id;
    label.version = book->version;
    label.blind = isBlind(m_journal->state(m_annotator, keyAt(m_row)));
    if (const auto problems = problemsOf(label, *book); !problems.isEmpty()) {
        m_page.panel()->refuse(problems);
        return;
    }
    const auto spent = m_timer.take();
    if (spent > 0)
        m_journal->record(m_annotator, keyAt(m_row), Spent{spent});
    m_journal->record(m_annotator, keyAt(m_row), Committed{label});
    if (andNext)
        openNext();
}

void LabelDesk::goBackTo(const std::optional<ItemKey> &item, const QString &sentence)
{
    const auto *mine = queue();
    if (!item || !mine) {
        emit told(tr("There is nothing more to take back or to do again."));
        return;
    }
    const auto at = std::ranges::find(mine->order, QueueEntry{item->item, item->occurrence});
    const auto row = static_cast<int>(at - mine->order.begin());
    if (row != m_row)
        open(row);
    emit told(sentence);
}

bool LabelDesk::mayOpen(int row) const
{
    const auto key = keyAt(row);
    if (key.occurrence == 0 || m_sample->design.repeatHours <= 0)
        return true;
    const auto first = m_journal->state(m_annotator, {key.sample, key.item, key.occurrence - 1});
    if (first.skipped)
        return true;
    const auto made = QDateTime::fromString(first.committedTime, Qt::ISODateWithMs);
    return made.isValid()
        && made.msecsTo(QDateTime::currentDateTimeUtc())
        >= static_cast<qint64>(m_sample->design.repeatHours * 3600'000);
}

const AnnotatorQueue *LabelDesk::queue() const
{
    return m_sample ? m_sample->queueOf(m_annotator) : nullptr;
}

std::optional<Codebook> LabelDesk::codebook() const
{
    const auto book = m_journal ? m_journal->book() : nullptr;
    const auto *newest = book && m_sample ? book->codebook(m_sample->codebook) : nullptr;
    return newest ? std::optional(*newest) : std::nullopt;
}

ItemKey LabelDesk::keyAt(int row) const
{
    const auto &entry = queue()->order[static_cast<std::size_t>(row)];
    return {m_sample->id, entry.item, entry.occurrence};
}

} // namespace Decayscope
