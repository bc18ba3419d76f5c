// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "javascriptvalues.h"

namespace Decayscope {

/// A name that a pattern binds: b of `{ a: { b = 1 } }`.
struct BoundName
{
    std::string name; ///< Dotted where it is a member.
    std::string path; ///< In what is taken apart: "a.b"; an array's place as a number; its rest has none of its own.
    int defaultValue = -1;
};

/// The names that a pattern, or a mere name, binds.
[[nodiscard]] std::vector<BoundName> boundNames(
    const JavaScriptTree &tree, const JavaScriptValues &values, int pattern);

/// What a bound name's value is, taken out of a value.
[[nodiscard]] SourceValue takenApart(const SourceValue &value, const BoundName &name, const JavaScriptValues &values);

} // namespace Decayscope
