// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>

namespace Decayscope {

/// One zstd frame of the bytes, which says their size and carries their checksum.
[[nodiscard]] QByteArray compressed(QByteArrayView bytes);

/// The bytes of a frame made by compressed(), with room for 64 more behind them. Fails with Damaged where it is not one
/// or is not of the expected size.
[[nodiscard]] Result<QByteArray> decompressed(QByteArrayView frame, qint64 expectedSize);

/// The size a frame says its bytes have; Damaged where it is none.
[[nodiscard]] Result<qint64> decompressedSize(QByteArrayView frame);

/// The name of a text in the store: BLAKE2b-256 of its frame.
[[nodiscard]] QByteArray frameHash(QByteArrayView frame);

} // namespace Decayscope
