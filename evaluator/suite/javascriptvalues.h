// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonbody.h"

namespace Decayscope {

/// The value of a JSON number's text; infinite or zero where it is out of a double's range.
[[nodiscard]] double jsonNumber(QStringView text);

/// A number as JavaScript prints it: 12.50 is "12.5", 1e21 is "1e+21".
[[nodiscard]] QString javaScriptNumber(double number);

/// A value as JavaScript's String() gives it; what is missing is "undefined".
[[nodiscard]] QString javaScriptText(const JsonPlace &place);

/// A value as JavaScript's Number() gives it; not a number where there is none.
[[nodiscard]] double javaScriptToNumber(const JsonPlace &place);
[[nodiscard]] double javaScriptToNumber(QStringView text);

/// Whether a value counts as true.
[[nodiscard]] bool isTruthy(const JsonPlace &place);

/// Whether JavaScript's `Number.isInteger` holds.
[[nodiscard]] bool isInteger(const JsonPlace &place);

} // namespace Decayscope
