// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <QStringList>

namespace Decayscope {

/// What is wrong with the labels of a store, as sentences: events, samples and codebooks that cannot be read or are not
/// what was written, and broken chains.
[[nodiscard]] Result<QStringList> labelFindings(Connection &connection);

} // namespace Decayscope
