// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "labelnews.h"
#include "writethread.h"

#include <domain/studysnapshot.h>
#include <labels/certificate.h>
#include <labels/labelrows.h>

#include <QFuture>
#include <QObject>

#include <memory>
#include <set>

namespace Decayscope {

/// The labels of the open study: everything an annotator or coordinator does goes through here into the store, one
/// transaction each, flushed to the disk before its future is finished. Lives in the workspace's thread.
class LabelJournal final : public QObject
{
    Q_OBJECT

public:
    /// The labels as they stand, never null; also those another program wrote, at the latest two seconds later.
    [[nodiscard]] std::shared_ptr<const LabelBook> book() const;

    [[nodiscard]] Codebook codebook() const; ///< The newest version of the study's own.

    /// Everything there is of an item, from the newest state: cheap, for the label panel.
    [[nodiscard]] ItemState state(const QString &annotator, const ItemKey &item) const;

    /// All items of an annotator in a sample that were touched.
    [[nodiscard]] std::map<ItemKey, ItemState> states(const QString &annotator, const QString &sample) const;

    /// Writes an event. It shows in state() and book() at once and is taken back there if writing fails: changed()
    /// comes again, before or after the future says why. Errors: ReadOnly, Busy, InvalidInput.
    QFuture<Result<>> record(const QString &annotator, const ItemKey &item, const LabelAction &action);

    /// The same for an item outside of samples, such as an imported label that is adjudicated.
    QFuture<Result<>> record(
        const QString &annotator, const ItemKey &item, const LabelTarget &target, const LabelAction &action);

    /// Takes back, or brings again, an annotator's newest decision in a sample; tells the item, or nothing to do.
    std::optional<ItemKey> undo(const QString &annotator, const QString &sample);
    std::optional<ItemKey> redo(const QString &annotator, const QString &sample);

    QFuture<Result<>> freeze(const Sample &sample); ///< Storing an equal sample again changes nothing.
    QFuture<Result<>> save(const Codebook &version); ///< Errors: InvalidInput where the version is stored otherwise.
    /// Takes in events, samples and codebooks from elsewhere; what is known changes nothing.
    QFuture<Result<>> merge(const std::vector<LabelEvent> &events, const std::vector<Sample> &samples,
        const std::vector<Codebook> &codebooks);

signals:
    void changed(); ///< book() is another one.
    void failed(const QString &sentence); ///< A write failed; what it would have shown is taken back.

private:
    friend class Workspace;
    using RowKey = std::pair<QString, ItemKey>; ///< Annotator and item.

    /// `writing` is null where the store is read-only, and outlives the journal's last write, not the journal.
    LabelJournal(LabelStart start, std::shared_ptr<const StudySnapshot> study, WriteThread *writing);

    void takeStudy(std::shared_ptr<const StudySnapshot> study);
    void takeNews(const LabelNews &news);
    [[nodiscard]] LabelMark mark() const { return m_mark; }

    [[nodiscard]] Result<LabelEvent> prepared(const LabelEvent &event) const;
    [[nodiscard]] Result<> prepareLabel(const LabelEvent &event, Label &label) const;
    [[nodiscard]] bool wasRevealed(const QString &annotator, const ItemKey &item) const;
    QFuture<Result<>> write(LabelEvent event);
    QFuture<Result<>> store(std::function<Result<>(Connection &)> unit);
    void finishWrite(const LabelEvent &event, const Result<> &result);
    std::optional<ItemKey> writeAbout(const LabelEvent *decision, LabelAction action);

    [[nodiscard]] LabelLog &writableLog();
    void touch(const LabelEvent &event);
    void tellChange();
    [[nodiscard]] LabelBook &writableBook() const;
    void updateRows(LabelBook &book) const;

    std::shared_ptr<const StudySnapshot> m_study;
    WriteThread *m_writing;
    std::shared_ptr<LabelLog> m_log;
    std::vector<Sample> m_samples;
    std::vector<Codebook> m_codebooks;
    LabelMark m_mark;
    quint64 m_revision = 1;

    // The book is made when it is asked for: an annotator's keys come faster than pages look at it. Nobody else's book
    // is ever changed: what somebody holds is copied.
    mutable std::shared_ptr<LabelBook> m_book;
    mutable std::unique_ptr<RunTargets> m_targets; ///< Of the study; null until asked for.
    mutable std::set<RowKey> m_touched;
    mutable bool m_isAllTouched = true;
};

} // namespace Decayscope
