// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>

namespace Decayscope {

/// Fills in the texts of a stored run's turns, for the full-text index: they stand nowhere but in its trajectory.
/// They are those an import of the same files would find.
void fillTurnTexts(RunBundle &bundle);

} // namespace Decayscope
