// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postmanscope.h"

namespace Decayscope {

/// What an expression stands for, or why it is not read. Has no effects: setting variables and naming tests are
/// statements.
[[nodiscard]] PostmanReading<PostmanValue> postmanMeaning(const PostmanNode &node, const PostmanScope &scope);

} // namespace Decayscope
