// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runsource.h"

namespace Decayscope {

/// One trajectory, conversation or report as it was found outside of a results tree.
struct LooseText
{
    QString origin; ///< Where it lies: the file or folder, of several in one file with a name behind it.
    QString filePath; ///< The file on the disk, beside which others may belong to it; empty in archives.
    QString fileName; ///< Without folders.
    QByteArray bytes; ///< With `spareBytes` of room behind them.
    std::vector<RawFile> conversation; ///< The files of a conversation instead, by their paths.
    QString model; ///< As a log around it says; empty where none does.
    std::optional<qint64> time; ///< When that log was begun, in milliseconds since 1970.
    QString problem; ///< A sentence on why it cannot be read; empty where it can.
};

/// Hands out what one file, archive or folder holds, each piece by itself.
class LooseTexts
{
public:
    LooseTexts() = default;
    LooseTexts(const LooseTexts &) = delete;
    LooseTexts &operator=(const LooseTexts &) = delete;
    virtual ~LooseTexts() = default;

    /// The next piece, or nothing at the end. Errors: Cancelled, Unreadable, Refused, Damaged.
    [[nodiscard]] virtual Result<std::optional<LooseText>> next(const Progress &progress) = 0;
};

/// The pieces of a file of the disk: one trajectory or report, a trajectory a line, or the samples of a log.
[[nodiscard]] Result<std::unique_ptr<LooseTexts>> textsOfFile(const QString &path);

/// The pieces of a zip archive: the samples of an Inspect log, or whatever trajectories and conversations lie in it.
[[nodiscard]] Result<std::unique_ptr<LooseTexts>> textsOfZip(const QString &path, const Progress &progress);

/// Cuts a text that holds several trajectories into them; a text that holds one stays whole. Each has room behind it.
[[nodiscard]] std::vector<LooseText> cutTexts(LooseText whole);

/// Notes what a log says of all its samples, from its member `eval` or an object that has it.
void noteLog(LooseText &text, QByteArrayView log);

/// Whether a text that begins so may be a trajectory or report at all.
[[nodiscard]] bool mayBeLooseText(QByteArrayView head);

} // namespace Decayscope
