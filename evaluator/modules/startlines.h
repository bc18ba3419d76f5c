// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <vector>

namespace Decayscope {

/// Variables of a shell.
using StartVariables = std::map<std::string, std::string>;

/// A simple command of a script: `A=1 exec node x.js`.
struct StartLine
{
    StartVariables variables; ///< Set before it.
    std::vector<std::string> words; ///< May be empty.
    std::string input; ///< Of a here-document.
    std::string output; ///< The file its output goes to.
    bool closesGroup = false; ///< A `)` follows: what `cd` did in the brackets is undone.
    bool opensGroup = false; ///< A `(` stands before it.
};

/// The simple commands of a shell script, those of conditions and loops included. `variables` are known from before;
/// assignments are added to them. What only the shell knows becomes ".", where a path begins, else nothing.
[[nodiscard]] std::vector<StartLine> startLines(std::string_view script, StartVariables &variables);

} // namespace Decayscope
