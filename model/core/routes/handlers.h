// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluator.h"

namespace Decayscope {

/// Where the function stands that an expression gives as a handler: a function written in place, a named one, a method
/// of a controller, the last function among the arguments of a wrapper. Without file and line, but with its name as
/// written, where it cannot be found.
[[nodiscard]] HandlerPlace handlerOf(Evaluator &evaluator, qint32 file, const Argument &argument);

/// The same of a value already known, such as a decorated function.
[[nodiscard]] HandlerPlace placeOf(Evaluator &evaluator, const Value &value, const QString &writtenName = {});

/// Whether an expression gives a function of the project's.
[[nodiscard]] bool isFunctionLike(Evaluator &evaluator, qint32 file, const Argument &argument);

/// Calls for each call expression of a file, in the order of the code.
void walkCalls(Evaluator &evaluator, qint32 file, CallListener &listener);

/// Tells the evaluator of every call of the project's own functions.
void collectCallSites(Evaluator &evaluator);

} // namespace Decayscope
