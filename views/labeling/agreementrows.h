// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <agreement/agreementreport.h>

namespace Decayscope {

// An agreement report as rows of words.

/// "Cohen's κ [0.92, 1.00], 50 units", or why there is none.
[[nodiscard]] QString coefficientSentence(const QString &name, const Coefficient &coefficient);

[[nodiscard]] std::vector<QStringList> coefficientRows(const AgreementReport &report);
[[nodiscard]] std::vector<QStringList> categoryRows(const AgreementReport &report);
[[nodiscard]] std::vector<QStringList> confusionRows(const AgreementReport &report); ///< Cells that are not empty.
[[nodiscard]] std::vector<QStringList> stepRows(const AgreementReport &report);
[[nodiscard]] std::vector<QStringList> driftRows(const AgreementReport &report);

} // namespace Decayscope
