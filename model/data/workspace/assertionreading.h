// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/assertionoutcomes.h>

#include <memory>

namespace Decayscope {

/// What became of every assertion in every run of a store, in the calling thread. The store is only read.
/// Errors: those of opening it, and Refused where reports name more assertions than any suite has.
[[nodiscard]] Result<std::shared_ptr<const AssertionOutcomes>> assertionOutcomesInStore(const QString &storePath);

} // namespace Decayscope
