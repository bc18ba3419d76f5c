// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "samplechance.h"
#include "sampleproject.h"

namespace Decayscope {

/// How the agent means to go about it, in Markdown.
[[nodiscard]] QByteArray planThought(const SampleProject &project, SampleChance &chance);

/// What the agent thinks before it writes a file.
[[nodiscard]] QByteArray fileThought(const QString &path, SampleChance &chance);

/// What the agent thinks when the same thing fails again, for the `round`th time from 0.
[[nodiscard]] QByteArray againThought(int round);

} // namespace Decayscope
