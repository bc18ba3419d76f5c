// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

#include <QStringList>

#include <optional>

namespace Decayscope {

/// The edits that `sed -i` makes with some scripts, in an order in which they can be made one after the other; their
/// paths are empty. Nothing where a script needs more than literal texts and line numbers. `isExtended` is `-E`.
[[nodiscard]] std::optional<std::vector<FileEdit>> sedEdits(const QStringList &scripts, bool isExtended);

} // namespace Decayscope
