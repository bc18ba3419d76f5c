// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

namespace Decayscope {

/// What may happen to a store's file on opening it. "Create" makes it where it is missing. Untrusted: read only, also
/// with an older schema, and with SQLite's own care for files from elsewhere.
enum class OpenMode : quint8 { ReadOnly, ReadWrite, CreateOrReadWrite, Untrusted };

/// Whether nothing may be changed.
[[nodiscard]] constexpr bool isForReading(OpenMode mode)
{
    return mode == OpenMode::ReadOnly || mode == OpenMode::Untrusted;
}

} // namespace Decayscope
