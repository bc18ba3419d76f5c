// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <functional>
#include <optional>

namespace Decayscope {

/// Gives the text a name in a template stands for, if it is known.
using NamedText = std::function<std::optional<QString>(QStringView name)>;

/// What a string literal says, with its quotes and prefix read and its escapes resolved as far as paths need them.
/// Templates and f-strings ask `named` for the names they hold; nothing where one is not known.
[[nodiscard]] std::optional<QString> literalText(QStringView literal, bool isPython, const NamedText &named = {});

} // namespace Decayscope
