// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importedlabel.h"

namespace Decayscope {

/// Whether a text begins like the study's validation set, or the file is named so.
[[nodiscard]] bool isValidationSet(QStringView fileName, QByteArrayView head);

/// Reads `judge_validation_set.json`: of every item the label of a person ("human", or the origin's annotator) and the
/// judge's, which counts only where no file of the judge's labels has the run (precedence −1).
/// Errors: InvalidInput with the place.
[[nodiscard]] Result<LabelFile> readValidationSet(
    const QByteArray &json, const QString &path, const LabelOrigin &origin, const Codebook &codebook);

} // namespace Decayscope
