// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "constraint.h"

namespace Decayscope {

/// A rule of the syntax verifiers: what a violation's `rule` names.
struct VerifierRule
{
    QString id; ///< Such as "layer-up".
    ConstraintKind kind = ConstraintKind::Architecture;
    QString title; ///< Such as "Import goes up a layer".
    QString explanation; ///< What the constraint asks for, why this breaks it, and what would keep it.

    bool operator==(const VerifierRule &) const = default;
};

/// All rules, by kind of constraint.
[[nodiscard]] const std::vector<VerifierRule> &verifierRules();

/// Null for an unknown id.
[[nodiscard]] const VerifierRule *verifierRule(QStringView id);

} // namespace Decayscope
