// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/label.h>

class QWidget;

namespace Decayscope {

class RunPage;

/// The place in a run that `focus` points at, as evidence for a label: the selected lines of code or log, the chosen
/// assertion or violation; else the turn. Nothing where no run is shown.
[[nodiscard]] std::optional<Evidence> evidenceAt(const RunPage &page, const QWidget *focus);

/// Brings the place of a piece of evidence into view.
void showEvidence(RunPage &page, const Evidence &evidence);

} // namespace Decayscope
