// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace Decayscope {

/// A name, text or sign of Python or JavaScript.
struct ScriptToken
{
    enum class Kind : quint8 { Name, Text, Sign };

    Kind kind = Kind::Sign;
    QString text;
    bool isPlain = true; ///< False for texts with substitutions.
};

/// The tokens of a script in either language; comments are left out.
[[nodiscard]] std::vector<ScriptToken> scriptTokens(QStringView script);

} // namespace Decayscope
