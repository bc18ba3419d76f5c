// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <bundle/manifest.h>

namespace Decayscope {

inline const QString manifestName = QStringLiteral("MANIFEST.sha256");

/// Every file below a folder that somebody else may have filled, by path. Errors: NotFound for no folder, Refused for
/// links, devices, odd names, too many or too large files, Unreadable, Cancelled.
[[nodiscard]] Result<std::vector<BundledFile>> readBundleFolder(const QString &folder, const Progress &progress);

/// Whether a bundle may be written there: the folder is not there yet or is empty, and the one above it is there.
[[nodiscard]] Result<> checkBundleFolder(const QString &folder);

/// Writes files into it, whole or not at all. Errors: those of checkBundleFolder(), Unreadable, Cancelled.
[[nodiscard]] Result<> writeBundleFolder(
    const QString &folder, const std::vector<BundledFile> &files, const Progress &progress);

} // namespace Decayscope
