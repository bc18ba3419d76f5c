// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

namespace Decayscope {

/// The records of a comma-separated text (RFC 4180; LF, CR or CRLF). Blank lines are no records. A quote that is still
/// open at the end is closed there.
[[nodiscard]] std::vector<QList<QByteArray>> csvRecords(QByteArrayView text);

} // namespace Decayscope
