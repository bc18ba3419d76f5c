// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "madeupturns.h"

#include <runview/turnlistarea.h>
#include <runview/turnlistview.h>

namespace Decayscope::Test {

/// Ends only what hangs, in milliseconds.
inline constexpr int patience = 120'000;

/// A list of its own for each test, shown and settled.
struct Shown
{
    explicit Shown(std::vector<TurnContent> turns, bool withDigest = true);

    TurnListArea &area() { return *view.area(); }
    QStringList texts() { return area().visibleTexts(); }

    void type(const QString &words); ///< Into the find bar.

    std::shared_ptr<MadeUpTurns> source;
    TurnListView view;
};

/// A prompt, a look around, an error, an edit, a test and its long output.
[[nodiscard]] std::vector<TurnContent> smallRun();

} // namespace Decayscope::Test
