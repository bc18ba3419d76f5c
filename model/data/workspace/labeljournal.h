// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "writethread.h"

#include <base/progress.h>

#include <QFuture>
#include <QObject>

#include <labels/certificate.h>
#include <labels/labelbook.h>

namespace Decayscope {

/// The labels of the open study: everything an annotator or coordinator does goes through here into the store, one
/// transaction each, flushed to the disk before its future is finished. Lives in the workspace's thread.
class LabelJournal final : public QObject
{
    Q_OBJECT

public:
    /// The labels as they stand, never null; also those another program wrote, at the latest two seconds later.
    [[nodiscard]] std::shared_ptr<const LabelBook> book() const;

    /// Everything there is of an item, from the newest state: cheap, for the label panel.
    [[nodiscard]] ItemState state(const QString &annotator, const ItemKey &item) const;

    /// Writes an event. It shows in state() and book() at once and is taken back there if writing fails (changed()
    /// comes again, then the future says why). Errors: ReadOnly, Busy, InvalidInput.
    QFuture<Result<>> record(const QString &annotator, const ItemKey &item, const LabelAction &action);

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
    // The implementer's.
};

} // namespace Decayscope
