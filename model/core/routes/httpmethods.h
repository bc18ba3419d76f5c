// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluator.h"

namespace Decayscope {

/// Whether a name such as "get" is that of an HTTP method, in lower case.
[[nodiscard]] bool isHttpVerb(QStringView name);

/// The HTTP methods that a class of views answers, its own and inherited ones, with the functions that do. Also those
/// of the generic views of Django's REST framework, with the method that does the work, or the class itself.
[[nodiscard]] std::vector<std::pair<QString, Value>> httpMethodsOf(Evaluator &evaluator, const Value &classValue);

} // namespace Decayscope
