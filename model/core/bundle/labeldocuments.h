// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "manifest.h"

#include <labels/labelbook.h>

namespace Decayscope {

/// The files of a study's labels below data/: events with their hash chains, codebooks and samples as JSON lines.
[[nodiscard]] std::vector<BundledFile> labelDocuments(const LabelBook &labels);

/// Reads them again and attaches the labels to the runs. Errors name `source`, file and line.
[[nodiscard]] Result<LabelBook> readLabelDocuments(
    const std::vector<BundledFile> &files, std::span<const Run> runs, const QString &source);

/// Events in the order in which a bundle has them: by stream and number.
[[nodiscard]] std::vector<LabelEvent> orderedEvents(std::span<const LabelEvent> events);

/// The file of a path; null where there is none.
[[nodiscard]] const BundledFile *bundledFile(const std::vector<BundledFile> &files, QStringView path);

} // namespace Decayscope
