// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundledpart.h"

#include <agreement/agreementreport.h>
#include <figures/tablelook.h>

namespace Decayscope {

/// A pair of annotators, the reference first.
struct AnnotatorPair
{
    QString by;
    QString against;
};

/// Every pair that can be compared: what adjudication decided is the reference of all, the judge of none.
[[nodiscard]] std::vector<AnnotatorPair> annotatorPairs(const LabelBook &labels);

/// The agreement of a pair: a report as Markdown, and coefficients, categories and confusion as CSV and LaTeX. Says why
/// where the two share no item.
[[nodiscard]] BundledPart agreementPart(
    const LabelBook &labels, const AnnotatorPair &pair, const QString &stem, const TableLook &look);

} // namespace Decayscope
