// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "signpattern.h"

#include <domain/constraint.h>

namespace Decayscope {

/// The signs of an ORM, Constraint::SqlAlchemy or Constraint::Sequelize, none for any other; source: method.md, "Static
/// verifiers, reference mode".
[[nodiscard]] std::vector<Sign> findOrmSigns(const AddedCode &code, Constraint orm);

} // namespace Decayscope
