// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <optional>

namespace Decayscope {

/// The words of one shell command, quotes and backslashes resolved as POSIX has them (Shell Command Language, 2.2);
/// nothing is expanded. Nothing where a quote is not closed, or an operator or expansion makes it more than words.
[[nodiscard]] std::optional<QStringList> shellWords(QStringView command);

} // namespace Decayscope
