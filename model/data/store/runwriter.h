// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"
#include "preparedrun.h"

#include <memory>

namespace Decayscope {

enum class WriteOutcome : quint8 { Imported, Updated, Unchanged };

/// Writes prepared runs within the caller's transactions; its statements are prepared once for a whole import.
class RunWriter
{
public:
    explicit RunWriter(Connection &connection);
    ~RunWriter();

    /// Stores a run as part of an import. A run whose current content has the same hash is left alone; another one gets
    /// a new version, and keeps the old one for undoing.
    [[nodiscard]] Result<WriteOutcome> write(const PreparedRun &run, qint64 importId);

    /// Forgets which configurations, tasks and lists were seen: to be called after a roll-back.
    void forget();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Decayscope
