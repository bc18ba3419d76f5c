// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fieldreader.h"

namespace Decayscope {

/// Takes what the reader has of a filter; the rest stays.
void takeFilter(FieldReader &fields, RunFilter &filter);

/// Only what restricts.
[[nodiscard]] QJsonObject recipeFilterJson(const RunFilter &filter);

/// The same in words: "model x or y; level L0"; "all runs" where nothing is restricted.
[[nodiscard]] QString recipeFilterWords(const RunFilter &filter);

} // namespace Decayscope
