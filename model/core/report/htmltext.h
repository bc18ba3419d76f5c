// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// Untrusted text as it may stand in HTML: cleaned as terminalText() does, and `&<>"'` escaped, so that nothing in it
/// is markup.
[[nodiscard]] QString htmlText(QStringView text);

} // namespace Decayscope
