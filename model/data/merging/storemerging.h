// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <QStringList>

#include <vector>

namespace Decayscope {

/// What taking one study into another brought.
struct MergeReport
{
    QString source; ///< The other study's file.
    qint64 importId = 0; ///< Names the import for undoing it; 0 where no run was stored.
    int added = 0; ///< Runs that were not here.
    int updated = 0; ///< Runs whose content differs: the other study's became the current version.
    int unchanged = 0; ///< Runs whose content is or was here, or older than what another merged study brought.
    int labels = 0; ///< Label events that were not here.
    int samples = 0;
    int codebooks = 0;
    int tasks = 0; ///< Task files.
    int excluded = 0; ///< Runs, new or not, that are excluded now because they are there. Undoing leaves them so.
    qint64 bytes = 0; ///< Read for the runs.
    bool cancelled = false; ///< What was done stays, and the rest comes the next time.
    QStringList warnings; ///< What was left out or differs, and why.

    bool operator==(const MergeReport &) const = default;
};

/// Takes other studies into a store (made where there is none), each as one import that can be undone; its labels stay
/// then, as those of imports do. Merging again changes nothing, in whatever order: of two studies that hold a run with
/// other content, the one with the newer imports counts. Verdicts of runs that are here already stay. Exclusions,
/// styles, saved filters and task files of this store stay; those of others come where it has none. The others are only
/// read. Made-up samples and real studies are kept apart. A study that cannot be read is a refusal in its report's
/// place; the others are still taken. When cancelled, the study at hand has a report that says so, and those that were
/// not begun the error Cancelled in their report's place. Errors: what keeps the store from being written: ReadOnly,
/// Busy, Unreadable, Damaged, TooNew.
[[nodiscard]] Result<std::vector<Result<MergeReport>>> mergeStores(
    const QString &store, const QStringList &others, const Progress &progress);

/// What compacting saved, bytes.
struct CompactReport
{
    qint64 before = 0;
    qint64 after = 0;
    int texts = 0; ///< That no run version refers to any more.
};

/// Makes a store as small as it can be without losing anything that can be seen or undone: unused texts, the index,
/// free pages. Needs as much free disk as the store, beside it and once more in the system's folder for temporary
/// files. Interrupted at any moment it leaves the store as it was; cancelling is heard between its steps, of which
/// writing the file anew is one. Errors: NotFound, Busy where somebody reads or writes in it at that moment, ReadOnly,
/// Cancelled.
[[nodiscard]] Result<CompactReport> compactStore(const QString &store, const Progress &progress);

} // namespace Decayscope
