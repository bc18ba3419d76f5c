// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/run.h>

#include <QByteArray>

#include <span>
#include <vector>

namespace Decayscope {

/// Runs as CSV: a line a run, by key, with all that tables and figures take from it; what names the run comes first.
[[nodiscard]] QByteArray studyRunsDocument(std::span<const Run> runs);

/// Reads it again: sorted by key and numbered from 1 in that order. Errors name `source` and the record.
[[nodiscard]] Result<std::vector<Run>> readStudyRuns(const QByteArray &csv, const QString &source);

} // namespace Decayscope
