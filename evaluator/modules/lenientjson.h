// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

#include <string>

namespace Decayscope {

/// Reads a JSON object as TypeScript and its like read their settings: with comments and commas at the end of lists.
/// Empty for anything else. Any bytes, in time linear in their number.
[[nodiscard]] QJsonObject lenientJsonObject(std::string_view text);

} // namespace Decayscope
