// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/constraint.h>

#include <QStringList>

#include <optional>

namespace Decayscope {

/// The word in a variant that stands for the ORM of the runtime.
inline constexpr QStringView anyOrmName = u"orm";

/// The constraints of a variant for a runtime with an ORM; nothing where the variant names another ORM.
[[nodiscard]] std::optional<ConstraintSet> constraintsOf(const QStringList &variant, Constraint orm);

/// What is wrong with a variant, as a sentence without its subject; empty where nothing is.
[[nodiscard]] QString variantFault(const QStringList &variant);

} // namespace Decayscope
