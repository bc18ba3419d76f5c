// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Decayscope {

/// Names without control characters or anything else that does not print, and no two the same; in their order. For
/// files that other programs read.
[[nodiscard]] QStringList plainNames(const QStringList &names);

/// A name as a string of R, in ASCII: "\u00e9" for what is not.
[[nodiscard]] QByteArray stringOfR(const QString &plainName);

} // namespace Decayscope
