// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runreading.h>

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace Decayscope {

/// Runs side by side; never null ones.
using ComparedRuns = std::vector<std::shared_ptr<const RunReading>>;

/// A line of a comparison: a request, one of its assertions, or a file, and how each run stands to it.
struct CompareRow
{
    enum class Sign : quint8 { None, Good, Bad };
    struct Cell
    {
        QString text; ///< "✗ 1/3", "✓", "–" where the run has no such thing, "same as A".
        Sign sign = Sign::None;

        bool operator==(const Cell &) const = default;
    };

    QString title;
    bool isInner = false; ///< An assertion under its request.
    bool differs = false; ///< Not all runs stand alike; times do not count.
    std::vector<Cell> cells; ///< One a run.

    bool operator==(const CompareRow &) const = default;
};

/// Requests and assertions of all runs. Requests are the same where name, method and path are; the second of the same
/// in one run is that of the other. In the order of the first run that has them.
[[nodiscard]] std::vector<CompareRow> assertionRows(const ComparedRuns &runs);

/// A run's files as its patch leaves them, in the order of their paths.
struct FileAfterPatch
{
    QString path;
    QString text; ///< The whole file where the patch adds it; else what the patch shows of it.
    bool isWhole = false;
    bool isDeleted = false;

    bool operator==(const FileAfterPatch &) const = default;
};

[[nodiscard]] std::vector<FileAfterPatch> filesAfterPatch(QByteArrayView patch);

/// The files of all patches; equal ones carry the letter of the first run that has them so.
[[nodiscard]] std::vector<CompareRow> fileRows(const std::vector<std::vector<FileAfterPatch>> &files);

/// "A", "B", … for the runs.
[[nodiscard]] QString runLetter(int run);

} // namespace Decayscope
