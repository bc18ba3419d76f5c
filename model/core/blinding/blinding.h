// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "identitymask.h"

#include <domain/runreading.h>

namespace Decayscope {

/// A run as a blind annotator may see it: configuration, date and origin empty, every text masked, turns masked as they
/// are read (also raw ones), paths masked. The id stays. Makers of formats' event names are masked too.
[[nodiscard]] std::shared_ptr<const RunReading> blindReading(
    std::shared_ptr<const RunReading> reading, const IdentityMask &mask);

/// A turn without what tells its maker: names of formats are gone, costs too, texts are masked.
[[nodiscard]] TurnContent blindTurn(TurnContent turn, const IdentityMask &mask);

} // namespace Decayscope
