// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <domain/verdict.h>
#include <exchange/labelfiles.h>

namespace Decayscope {

// Labels of a store for the command line, in the calling thread.

/// What label files brought.
struct LabelImportReport
{
    int labels = 0; ///< In the files.
    int added = 0; ///< That the store did not have.
    int runs = 0; ///< That hand-outs brought.
    std::vector<ImportIssue> refused;
    std::vector<ImportIssue> warnings;
};

/// Merges label files of any kind; each by itself, whole or not at all. Importing again adds nothing, and the order
/// never matters. Hand-outs bring their runs along. `annotator` as in readLabelFile(). Errors: those of the store.
[[nodiscard]] Result<LabelImportReport> importLabelsIntoStore(const QString &storePath, const QStringList &paths,
    const QString &annotator, const Verifiers &verifiers, const Progress &progress);

[[nodiscard]] Result<LabelBook> storedLabelBook(const QString &storePath);

/// The bytes of a label file; see labelFileBytes().
[[nodiscard]] Result<QByteArray> exportLabels(const QString &storePath, const LabelExport &what);

/// What a hand-out carries.
struct HandoutReport
{
    int items = 0;
    int withoutRun = 0; ///< Items whose run is not in the store.
    QStringList rules; ///< What was masked.
};

/// Writes the hand-out of a sample (see findSample()) for an annotator. Errors: NotFound (sample, annotator),
/// InvalidInput (the sample is itself a hand-out), Unreadable, Cancelled.
[[nodiscard]] Result<HandoutReport> exportHandout(const QString &storePath, const QString &sample,
    const QString &annotator, const QString &file, const Progress &progress);

/// A sample by its id, the beginning of it that is its alone, or its title. Errors: NotFound, InvalidInput (several).
[[nodiscard]] Result<Sample> findSample(const LabelBook &book, const QString &name);

} // namespace Decayscope
