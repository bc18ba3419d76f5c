// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <domain/runbundle.h>

namespace Decayscope {

/// The requests of a run's current content with their assertions and the messages of failed ones, in the order of the
/// report. Empty where the run has none.
[[nodiscard]] Result<std::vector<RequestResult>> readRequests(Connection &connection, RunId run);

} // namespace Decayscope
