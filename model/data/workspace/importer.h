// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <domain/importreport.h>
#include <store/writeunit.h>

#include <QStringList>

#include <map>

namespace Decayscope {

struct ImportOptions
{
    int jobs = 0; ///< Reading threads; 0 = as many as the machine has cores.
    QString annotator; ///< Whose labels those of files without an annotator are; see readLabelFile().
};

/// What an import stands on.
struct ImportJob
{
    QStringList paths;
    ImportOptions options;
    Verifiers verifiers;
    std::map<RunKey, QByteArray> known; ///< Content hashes of the runs that are in the store.
    PerformWrite perform;
};

/// Imports folders and archives:
///
///     source.next() ─▶ reading threads: load · hash · read · verify · pack ─▶ queue (bytes) ─▶ one writing thread
///
/// Runs that are already there with the same content are only hashed. What cannot be read becomes a line of the report.
/// Cancelling is no error here: the report says so, and what was finished stays. Errors: what keeps the store from
/// being written: Busy, ReadOnly, Unreadable (disk full), Damaged.
[[nodiscard]] Result<ImportReport> runImport(const ImportJob &job, const Progress &progress);

} // namespace Decayscope
