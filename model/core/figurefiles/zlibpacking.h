// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace Decayscope {

/// A zlib stream (RFC 1950); the same bytes for the same input and zlib.
[[nodiscard]] QByteArray zlibPacked(const QByteArray &bytes);

/// What a zlib stream holds; nothing for a damaged or unfinished stream, or one that holds more than `most` bytes.
[[nodiscard]] std::optional<QByteArray> zlibUnpacked(QByteArrayView packed, qsizetype most);

} // namespace Decayscope
