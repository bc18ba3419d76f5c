// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// Text to be shown by something that obeys control characters, whatever it comes from: escape sequences are taken out,
/// other control characters and those that turn the direction of writing become spaces. Line feeds and tabs stay.
[[nodiscard]] QString terminalText(QStringView text);

/// The same in one line of at most `length` characters, with "…" where it goes on.
[[nodiscard]] QString terminalLine(QStringView text, qsizetype length);

} // namespace Decayscope
