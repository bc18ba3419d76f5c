// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/labelbook.h>

namespace Decayscope {

/// Labels whose annotators are called "annotator 1", "annotator 2", … in the order of their names; the judge and what
/// was agreed on keep theirs.
[[nodiscard]] std::shared_ptr<const LabelBook> anonymousLabels(const LabelBook &labels);

} // namespace Decayscope
