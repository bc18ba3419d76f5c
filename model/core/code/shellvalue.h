// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shelltokens.h"

#include <QStringList>

#include <map>

namespace Decayscope {

/// Variables that a command sets to texts it spells out; several texts for the variable of a loop.
using ShellVariables = std::map<QString, QStringList>;

/// What a word stands for once the shell has expanded it, as far as that can be known.
struct ShellValue
{
    QString text; ///< The whole value; where it is not known, what it begins with.
    bool isKnown = true;
    QString end; ///< What a value that is not known ends with.
    bool isAnywhere = false; ///< Its very beginning is not known: it may be an absolute path.

    void append(QStringView more);
    void appendUnknown(bool isPattern);

    bool operator==(const ShellValue &) const = default;
};

/// The values of a word: several where it has braces or a loop's variable, but never more than 64.
[[nodiscard]] std::vector<ShellValue> valuesOf(const ShellWord &word, const ShellVariables &variables);

/// A place relative to a folder; absolute paths stay as they are.
[[nodiscard]] ShellValue inFolder(const ShellValue &folder, const ShellValue &path);

} // namespace Decayscope
