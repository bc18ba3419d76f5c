// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

namespace Decayscope {

/// "\"SOURCE\" cannot be read as WHAT. WHY" for what somebody else wrote.
[[nodiscard]] std::unexpected<Error> unreadableDocument(
    ErrorKind kind, const QString &source, const QString &what, const QString &why);

/// Of a text that somebody else wrote, enough to find it.
[[nodiscard]] QString enoughToFind(const QString &text);

} // namespace Decayscope
