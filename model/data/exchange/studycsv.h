// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importedlabel.h"

namespace Decayscope {

/// Whether a text begins with the header row of one of the study's label files.
[[nodiscard]] bool isStudyCsv(QByteArrayView head);

/// What precedence a file of sub-categories has by its name: `logic_subcategories.csv` 0,
/// `logic_subcategories_X.csv` 1.
[[nodiscard]] int precedenceOfFile(QStringView fileName);

/// Reads `failure_analysis_*.csv` or `logic_subcategories*.csv`, told by the header row; its columns may be in any
/// order. `path` goes into warnings and errors. Errors: InvalidInput.
[[nodiscard]] Result<LabelFile> readStudyCsv(
    QByteArrayView text, const QString &path, const LabelOrigin &origin, const Codebook &codebook);

/// The columns of the study's files, in their order; `category` names the sixth.
[[nodiscard]] QStringList studyColumns(const QString &category);

} // namespace Decayscope
