// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

#include <QByteArray>

#include <vector>

namespace Decayscope {

/// A task file as it was imported.
struct StoredTaskFile
{
    QString runtime;
    QString name; ///< Of the task; with the runtime it is the key.
    QString origin; ///< The file's path.
    QByteArray content; ///< JSON, as the study writes it.
    QByteArray patch; ///< The one it names; empty where there was none.

    bool operator==(const StoredTaskFile &) const = default;
};

/// Stores a task file in the place of an earlier one of the task. Says whether that changed anything. Within the
/// caller's transaction.
[[nodiscard]] Result<bool> writeTaskFile(Connection &connection, const StoredTaskFile &file);

/// All task files, by runtime and name.
[[nodiscard]] Result<std::vector<StoredTaskFile>> readTaskFiles(Connection &connection);

} // namespace Decayscope
