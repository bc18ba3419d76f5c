// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "labelevent.h"
#include "labeljson.h"

namespace Decayscope {

/// The longest time at an item that an event may tell: a day, in milliseconds.
inline constexpr qint64 longestStay = 86'400'000;

/// What an action says beside its name.
[[nodiscard]] QJsonObject actionJson(const LabelAction &action);
[[nodiscard]] LabelAction actionFrom(QStringView name, JsonFields fields);

} // namespace Decayscope
