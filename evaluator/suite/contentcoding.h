// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>

namespace Decayscope {

/// A body without its Content-Encoding: gzip, deflate or br; any other is left as it is. Errors: InvalidInput (bytes
/// that are not what the header says), Refused (more than `longest` bytes come out).
[[nodiscard]] Result<QByteArray> decodedBody(const QByteArray &body, const QByteArray &coding, qint64 longest);

/// A body as text, by the charset its Content-Type names; UTF-8 where it names none or an unknown one. What cannot be
/// read becomes replacement characters, a byte-order mark is no part of the text.
[[nodiscard]] QString bodyText(const QByteArray &body, const QByteArray &contentType);

} // namespace Decayscope
