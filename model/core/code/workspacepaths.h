// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "historyevents.h"
#include "patch.h"

namespace Decayscope {

/// Where a run's files lay, and what its paths are relative to that folder.
class WorkspacePaths
{
public:
    WorkspacePaths() = default;

    /// Derives the folder: that under which most absolute paths of edits are paths of the patch; else the folder most
    /// of them lie in.
    [[nodiscard]] static WorkspacePaths of(const HistoryEvents &events, const Patch &patch);

    [[nodiscard]] const QString &root() const { return m_root; }

    /// The path in the workspace, "." for the workspace itself; an absolute path where it lies outside; empty for paths
    /// that climb out.
    [[nodiscard]] QString relative(const QString &path) const;

private:
    QString m_root; ///< Without a slash at its end; empty where it is not known.
};

/// Whether a path leads through a folder of installed packages.
[[nodiscard]] bool isInstalled(const QString &path);

} // namespace Decayscope
