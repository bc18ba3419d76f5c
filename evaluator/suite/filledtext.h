// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <map>

namespace Decayscope {

/// A text with its {{NAME}}s replaced; those nobody knows stay. Values may bring further ones, which are replaced too,
/// within bounds.
[[nodiscard]] QString filledText(const QString &text, const std::map<QString, QString> &variables);

} // namespace Decayscope
