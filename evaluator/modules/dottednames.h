// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace Decayscope {

/// The part of a dotted name after its last dot, and the one before the first.
[[nodiscard]] std::string_view lastMember(std::string_view dotted);
[[nodiscard]] std::string_view firstMember(std::string_view dotted);
/// What stands behind the first dot, and a name with further members.
[[nodiscard]] std::string_view afterFirstMember(std::string_view dotted);
[[nodiscard]] std::string joinedNames(std::string_view name, std::string_view rest);

} // namespace Decayscope
