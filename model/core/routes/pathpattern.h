// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Decayscope {

/// A prefix and a path, joined by one slash; both in any framework's spelling. Empty where both are.
[[nodiscard]] QString joinedPath(const QString &prefix, const QString &path);

/// A path with its parameters written `:name`, from the spellings `:name(regex)?`, `{name:regex}`, `<type:name>`.
[[nodiscard]] QString plainPath(QStringView path);

/// The same of a regular expression as Django's `re_path` takes.
[[nodiscard]] QString pathOfRegex(QStringView regex);

/// The segments of a URL's or pattern's path, without host, query and fragment.
[[nodiscard]] QStringList segmentsOfUrl(const QString &url);
[[nodiscard]] QStringList segmentsOfPath(const QString &path);

/// Whether a segment of a URL fits one of a pattern; `isFixed` says that it is written out in the pattern.
[[nodiscard]] bool segmentFits(QStringView pattern, QStringView segment);
[[nodiscard]] bool isFixedSegment(QStringView pattern);

} // namespace Decayscope
