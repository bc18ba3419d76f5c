// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpsuite.h"

#include <array>

namespace Decayscope {

inline constexpr std::array allCheckKinds{CheckKind::Status, CheckKind::Present, CheckKind::Absent, CheckKind::Type,
    CheckKind::Equal, CheckKind::Compare, CheckKind::Array, CheckKind::Integer, CheckKind::Captured};

/// The name in suite files: "status", "present", "absent", "type", "equal", "compare", "array", "integer", "captured".
[[nodiscard]] QString checkKindName(CheckKind kind);
[[nodiscard]] std::optional<CheckKind> checkKindFromName(QStringView name);

/// The relations of Compare and the types of Type, as suite files name them.
[[nodiscard]] QStringList checkRelations();
[[nodiscard]] QStringList checkTypes();

} // namespace Decayscope
