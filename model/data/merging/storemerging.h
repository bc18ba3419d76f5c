// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <QStringList>

namespace Decayscope {

/// What taking one study into another brought.
struct MergeReport
{
    QString source; ///< The other study's file.
    int added = 0; ///< Runs that were not here.
    int updated = 0; ///< Runs whose content differs: the other study's became the current version.
    int unchanged = 0;
    int labels = 0; ///< Label events that were not here.
    int samples = 0;
    int codebooks = 0;
    int tasks = 0; ///< Task files.
    QStringList warnings; ///< What was left out or differs, and why.
};

/// Takes other studies into a store, each as one import that can be undone. Merging again changes nothing, in whatever
/// order. Exclusions, styles and saved filters of this store stay; those of others come where it has none. The others
/// are only read. A study that cannot be read is a refusal in its report's place; the others are still taken.
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
/// free pages. Needs as much free disk as the store; interrupted at any moment it leaves the store as it was.
[[nodiscard]] Result<CompactReport> compactStore(const QString &store, const Progress &progress);

} // namespace Decayscope
