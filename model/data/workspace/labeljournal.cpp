// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labeljournal.h"

#include <store/durably.h>
#include <store/labelstore.h>

#include <QPromise>

#include <algorithm>

namespace Decayscope {

namespace {

QFuture<Result<>> refused(Error error)
{
    return QtFuture::makeReadyValueFuture<Result<>>(std::unexpected(std::move(error)));
}

Error readOnlyStudy(const QString &path)
{
    return {ErrorKind::ReadOnly,
        u"The study \"" % path % u"\" is read-only. Labels cannot be written to it; open a copy that you may change.",
        {}};
}

} // namespace

LabelJournal::LabelJournal(LabelStart start, std::shared_ptr<const StudySnapshot> study, WriteThread *writing)
    : m_study(std::move(study))
    , m_writing(writing)
    , m_log(std::make_shared<LabelLog>())
    , m_samples(std::move(start.samples))
    , m_codebooks(std::move(start.codebooks))
    , m_mark(start.mark)
{
    m_log->add(start.events);
}

ItemState LabelJournal::state(const QString &annotator, const ItemKey &item) const
{
    return m_log->state(annotator, item);
}

std::map<ItemKey, ItemState> LabelJournal::states(const QString &annotator, const QString &sample) const
{
    return m_log->states(annotator, sample);
}

QFuture<Result<>> LabelJournal::record(const QString &annotator, const ItemKey &item, const LabelAction &action)
{
    return record(annotator, item, {}, action);
}

QFuture<Result<>> LabelJournal::record(
    const QString &annotator, const ItemKey &item, const LabelTarget &target, const LabelAction &action)
{
    auto event = makeLabelEvent(annotator, item, action);
    event.target = target;
    auto fit = prepared(event);
    return fit ? write(*std::move(fit)) : refused(std::move(fit.error()));
}

std::optional<ItemKey> LabelJournal::undo(const QString &annotator, const QString &sample)
{
    const auto *decision = m_log->undoable(annotator, sample);
    return decision ? writeAbout(decision, Undone{decision->id}) : std::nullopt;
}

std::optional<ItemKey> LabelJournal::redo(const QString &annotator, const QString &sample)
{
    const auto *decision = m_log->redoable(annotator, sample);
    return decision ? writeAbout(decision, Redone{decision->id}) : std::nullopt;
}

std::optional<ItemKey> LabelJournal::writeAbout(const LabelEvent *decision, LabelAction action)
{
    if (!m_writing)
        return std::nullopt;
    // The log may move when it is written to.
    auto item = decision->item;
    auto event = makeLabelEvent(decision->annotator, item, std::move(action));
    event.target = decision->target;
    write(std::move(event));
    return item;
}

/// Shows the event at once, and posts it. What the writing thread says comes back by the event loop before whatever
/// waits for the future there.
Codebook LabelJournal::codebook() const
{
    const auto labels = book();
    const auto *newest = labels->codebook(studyCodebook().id);
    return newest ? *newest : studyCodebook();
}

QFuture<Result<>> LabelJournal::write(LabelEvent event)
{
    event.stream = labelStream(m_study->storeId, event.annotator);
    writableLog().add({&event, 1});
    touch(event);
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    const auto written = std::make_shared<std::vector<LabelEvent>>(1, event);
    m_writing->post(
        WriteThread::Order::Soon, [written](Connection &connection) { return appendLabelEvents(connection, *written); },
        [this, written, promise](Result<> result) {
            QMetaObject::invokeMethod(
                this, [this, written, result] { finishWrite(written->front(), result); }, Qt::QueuedConnection);
            promise->addResult(std::move(result));
            promise->finish();
        });
    tellChange();
    return promise->future();
}

void LabelJournal::finishWrite(const LabelEvent &event, const Result<> &result)
{
    auto &log = writableLog();
    if (result)
        log.add({&event, 1});
    else
        log.remove({event.id});
    touch(event);
    tellChange();
    if (!result)
        emit failed(result.error().message);
}

QFuture<Result<>> LabelJournal::freeze(const Sample &sample)
{
    return store([sample](Connection &connection) { return writeSample(connection, sample); });
}

QFuture<Result<>> LabelJournal::save(const Codebook &version)
{
    return store([version](Connection &connection) { return writeCodebook(connection, version); });
}

QFuture<Result<>> LabelJournal::merge(
    const std::vector<LabelEvent> &events, const std::vector<Sample> &samples, const std::vector<Codebook> &codebooks)
{
    return store([events, samples, codebooks](Connection &connection) -> Result<> {
        for (const auto &codebook : codebooks) {
            if (auto done = writeCodebook(connection, codebook); !done)
                return done;
        }
        for (const auto &sample : samples) {
            if (auto done = writeSample(connection, sample); !done)
                return done;
        }
        return mergeLabelEvents(connection, events).transform([](int) { });
    });
}

/// What is too much to show beforehand: written, then read back as news.
QFuture<Result<>> LabelJournal::store(std::function<Result<>(Connection &)> unit)
{
    if (!m_writing)
        return refused(readOnlyStudy(m_study->path));
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    const auto news = std::make_shared<LabelNews>();
    m_writing->post(
        WriteThread::Order::Soon,
        [unit = std::move(unit), news, since = m_mark](Connection &connection) {
            return durably(connection, [&] {
                return unit(connection);
            }).and_then([&] {
                  return readLabelNews(connection, since);
              }).transform([&](LabelNews read) { *news = std::move(read); });
        },
        [this, news, promise](Result<> result) {
            if (result)
                QMetaObject::invokeMethod(this, [this, news] { takeNews(*news); }, Qt::QueuedConnection);
            promise->addResult(std::move(result));
            promise->finish();
        });
    return promise->future();
}

void LabelJournal::takeNews(const LabelNews &news)
{
    const bool isNews
        = !news.samples.empty() || !news.codebooks.empty() || std::ranges::any_of(news.events, [&](const auto &event) {
              const auto *known = m_log->find(event.id);
              return !known || known->number == 0;
          });
    m_mark.row = std::max(m_mark.row, news.mark.row);
    m_mark.samples = std::max(m_mark.samples, news.mark.samples);
    m_mark.codebooks = std::max(m_mark.codebooks, news.mark.codebooks);
    if (!isNews)
        return;
    writableLog().add(news.events);
    for (const auto &event : news.events)
        touch(event);
    if (news.samples.size() > m_samples.size())
        m_samples = news.samples;
    if (news.codebooks.size() > m_codebooks.size())
        m_codebooks = news.codebooks;
    m_isAllTouched = m_isAllTouched || !news.samples.empty();
    tellChange();
}

void LabelJournal::takeStudy(std::shared_ptr<const StudySnapshot> study)
{
    const bool isSame = study->runs == m_study->runs;
    m_study = std::move(study);
    if (isSame)
        return;
    m_targets.reset();
    m_isAllTouched = true;
    tellChange();
}

} // namespace Decayscope
