// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wordmask.h"

#include <labels/labelbook.h>

namespace Decayscope {

/// The labels of anonymousStudy(); `runs` are its runs.
[[nodiscard]] LabelBook anonymousLabels(const LabelBook &labels, std::span<const Run> runs, const WordMask &mask);

} // namespace Decayscope
