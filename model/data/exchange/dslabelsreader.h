// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "labelfiles.h"

#include <functional>

class QIODevice;

namespace Decayscope {

/// A piece of a file that a hand-out carries.
struct HandoutPiece
{
    int item = 0;
    QString path; ///< Safe, relative to the run's folder.
    QByteArray bytes;
    bool isFirst = true; ///< Of its file.
};

using PieceSink = std::function<Result<>(const HandoutPiece &)>;

/// Whether a file is a .dslabels, by its name or its first bytes.
[[nodiscard]] bool isDsLabels(QStringView fileName, QByteArrayView head);

/// Reads a .dslabels from its beginning, a line at a time. Everything in it is checked: hashes, chains, paths, the
/// numbers of items. `path` goes into errors. Errors: InvalidInput and Refused with the line and what helps, TooNew,
/// Unreadable, and those of the sink.
[[nodiscard]] Result<LabelFile> readDsLabels(QIODevice &device, const QString &path, const PieceSink &sink = {});

} // namespace Decayscope
