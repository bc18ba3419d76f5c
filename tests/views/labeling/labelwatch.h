// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/codebook.h>
#include <labels/labellog.h>

#include <QWidget>

namespace Decayscope::Test {

/// Classes and places of everything that Tab reaches but that has no name for people who do not see it.
[[nodiscard]] QStringList namelessParts(const QWidget &widget);

/// A codebook whose second category asks for evidence and memo, and whose third has two kinds, one of them deprecated
/// beside them.
[[nodiscard]] Codebook smallCodebook();

/// "chosen logic", "noted …": an action in a few words.
[[nodiscard]] QString printed(const LabelAction &action);

/// Does what a journal would do with an action.
void apply(ItemState &state, const LabelAction &action);

[[nodiscard]] Evidence evidenceAt(const char *id, int turn, const char *quote);

} // namespace Decayscope::Test
