// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// The study to use where none is named: $DECAYSCOPE_STORE, else decayscope/default.decayscope in the user's data
/// folder.
[[nodiscard]] QString defaultStorePath();

} // namespace Decayscope
