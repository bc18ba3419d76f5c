// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <optional>
#include <vector>

namespace Decayscope {

/// A CSV document (RFC 4180) that this program wrote, perhaps changed since: the records, the first of them the header.
/// Nothing for text that is not so, or whose records differ in length.
[[nodiscard]] std::optional<std::vector<QStringList>> ownCsvRecords(QByteArrayView utf8);

} // namespace Decayscope
