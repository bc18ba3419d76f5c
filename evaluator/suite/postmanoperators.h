// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postmanvalue.h"

namespace Decayscope {

/// What holds where the value is true. Refuses what has no truth to be checked.
[[nodiscard]] PostmanReading<PostmanValue> postmanTruth(const PostmanValue &value, int line);

/// `left operator right`: relations, `&&` of questions, `||` of statuses or with a stand-in for what is missing, `in`,
/// and texts put together by `+`.
[[nodiscard]] PostmanReading<PostmanValue> postmanOperation(
    const PostmanValue &left, const QString &word, const PostmanValue &right, int line);

/// Whether a place's object has a key itself.
[[nodiscard]] PostmanReading<PostmanValue> postmanPresence(PostmanValue place, const PostmanValue &key, int line);

} // namespace Decayscope
