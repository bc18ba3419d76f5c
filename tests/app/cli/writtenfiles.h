// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace Decayscope::Test {

/// Writes a file and the folders above it; the test that calls fails where that is not possible.
void writeFile(const QString &path, const QByteArray &bytes);

[[nodiscard]] QByteArray bytesOf(const QString &path); ///< Empty where there is nothing.

/// A Newman report of one request with as many assertions.
[[nodiscard]] QByteArray newmanReport(int passed, int total);

} // namespace Decayscope::Test
