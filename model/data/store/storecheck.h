// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <base/progress.h>

#include <QStringList>

namespace Decayscope {

/// What `store check` finds; empty findings mean a sound store.
struct StoreCheck
{
    QStringList findings; ///< Sentences.
    int checked = 0; ///< Number of checks made.
};

/// Checks the file's structure, the full-text index, every reference, every text against its hash, and every count
/// against what it counts. Only reads. Errors: Cancelled, and whatever keeps the store from being read at all.
[[nodiscard]] Result<StoreCheck> checkStore(Connection &connection, const Progress &progress);

} // namespace Decayscope
