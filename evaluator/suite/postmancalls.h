// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postmanvalue.h"

namespace Decayscope {

/// Whether a function of Postman or JavaScript, by its dotted name, is one this program knows the meaning of.
[[nodiscard]] bool isKnownPostmanFunction(const QString &name);

/// What a call of such a function stands for.
[[nodiscard]] PostmanReading<PostmanValue> postmanFunctionCall(
    const QString &name, const std::vector<PostmanValue> &arguments, int line);

/// What a call of a Method stands for.
[[nodiscard]] PostmanReading<PostmanValue> postmanMethodCall(
    const PostmanValue &what, const std::vector<PostmanValue> &arguments, int line);

} // namespace Decayscope
