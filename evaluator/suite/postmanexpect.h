// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postmanvalue.h"

namespace Decayscope {

/// A chain begun by pm.expect(subject), or by pm.response.to with pm.response as its subject.
[[nodiscard]] PostmanReading<PostmanValue> postmanExpectation(PostmanValue subject, int line);

/// The chain after a further word: one that only joins, `not`, a check without arguments, or the name of one with.
[[nodiscard]] PostmanReading<PostmanValue> expectationWord(PostmanValue chain, const QString &word, int line);

/// The chain after its last word was called.
[[nodiscard]] PostmanReading<PostmanValue> expectationCall(
    PostmanValue chain, const std::vector<PostmanValue> &arguments, int line);

} // namespace Decayscope
