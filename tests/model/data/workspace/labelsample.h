// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/labelbook.h>

namespace Decayscope::Test {

/// A frozen blind sample of trials of one task of gpt-x, as resultsfolder.h writes them, with a repeat of the first.
[[nodiscard]] Sample aTrialSample(int items, bool blind = true);

[[nodiscard]] Label aJournalLabel(const QString &code);

} // namespace Decayscope::Test
