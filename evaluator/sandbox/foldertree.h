// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <functional>

namespace Decayscope {

/// Opens something below an open folder: nothing above it, and no link on the way. Closed on exec. -1 with errno where
/// it cannot be.
[[nodiscard]] int openBeneath(int folder, const QByteArray &path, int flags, unsigned mode = 0);

/// Removes everything below an open folder, and only that: no link is followed, shut folders of one's own are opened,
/// any depth is coped with. Whether nothing is left.
[[nodiscard]] bool emptyFolder(int folder);

/// What copyTree() may do.
struct CopyLimits
{
    qint64 bytes = 0; ///< Lengths of all files together.
    qint64 entries = 1000000;
    int user = -1; ///< New owner; -1 for none.
    std::function<bool(const QString &)> leaveOut; ///< Asked with paths relative to the folder; may be empty.
};

/// Copies what is in `folder` to the open folder `to`. As RunFolder::copyIn().
[[nodiscard]] Result<> copyTree(const QString &folder, int to, const CopyLimits &limits, const Progress &progress);

} // namespace Decayscope
