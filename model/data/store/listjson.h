// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Decayscope {

/// A list of strings as a JSON array, the store's form for small lists; and back.
[[nodiscard]] QString listToJson(const QStringList &list);
[[nodiscard]] QStringList listFromJson(const QString &text);

} // namespace Decayscope
