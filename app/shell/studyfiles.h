// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Decayscope {

/// The file filter of dialogs, and the suffix of studies.
inline constexpr QLatin1StringView studySuffix{"decayscope"};

/// What the window opens at its start: the study asked for, else the last one, else the default one; empty where none
/// of them is there, which means the sample.
[[nodiscard]] QString studyToOpen(const QString &askedFor, const QString &last, const QString &standard);

/// A file for a new study in the user's data folder, named after what is imported into it; never one that exists.
[[nodiscard]] QString freshStudyPath(const QString &importedPath);

/// Where the hand-out of a sample is labelled: the same file for the same hand-out, in the user's data folder.
[[nodiscard]] QString handoutStudyPath(const QString &handout);
[[nodiscard]] bool isLabelHandout(const QString &path);

/// Whether a path can be given to an import, which looks at what it holds and says what it cannot read.
[[nodiscard]] bool canImport(const QString &path);
[[nodiscard]] bool isStudy(const QString &path);

/// Whether a path may be an exported figure or a recipe, by its name.
[[nodiscard]] bool isFigureFile(const QString &path);

/// `path` first, no doubles, at most ten, only files that exist.
[[nodiscard]] QStringList withRecent(QStringList recent, const QString &path);

} // namespace Decayscope
