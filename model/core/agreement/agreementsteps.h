// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "countedlabels.h"

namespace Decayscope {

/// κ of the pair in every sample that is asked for, by round; rounds are never mixed.
[[nodiscard]] std::vector<AgreementStep> roundSteps(
    const LabelBook &book, const AgreementRequest &request, const CodeCatalogue &catalogue);

/// κ of every annotator's first label against the repeat of the same item.
[[nodiscard]] std::vector<AgreementStep> intraRaterSteps(const LabelBook &book, const AgreementRequest &request,
    const LabelSelection &selection, const QStringList &annotators);

/// Labels over time, by days or, where they span more than two weeks, by weeks. Imported labels have no such time.
[[nodiscard]] std::vector<DriftStep> driftSteps(const LabelBook &book, const LabelSelection &selection,
    const QStringList &annotators, const QStringList &categories);

} // namespace Decayscope
