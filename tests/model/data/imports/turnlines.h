// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>
#include <domain/turnsource.h>

#include <QStringList>

#include <memory>

namespace Decayscope::Test {

/// The turns of a bundle, opened as the store's would be.
[[nodiscard]] std::shared_ptr<const TurnSource> turnsOfBundle(const RunBundle &bundle);

/// A turn as one line: "3 command assistant: text 'I look' | command bash 'ls -la'"; texts are cut to 40 characters.
[[nodiscard]] QString lineOf(const TurnContent &turn);

[[nodiscard]] QStringList linesOfTurns(const TurnSource &turns);

/// How many turns there are of each kind, such as "command 12", sorted.
[[nodiscard]] QStringList kindCounts(const TurnSource &turns);

} // namespace Decayscope::Test
