// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>

namespace Decayscope {

/// The patch that would add every file of a folder, for verifiers that read patches only. Left out are what the study's
/// own diff leaves out (dependencies, build output, databases), links, and binary files. Lines are cut as `git diff`
/// cuts them. Errors: NotFound, Unreadable; Refused beyond 256 MB of text.
[[nodiscard]] Result<QByteArray> patchOfWorkspace(const QString &folder);

/// A patch from its file. Errors: Unreadable; Refused beyond 256 MB, and for what is no file.
[[nodiscard]] Result<QByteArray> patchOfFile(const QString &path);

/// Whether a path inside a project is left out of patches: dependencies, build output, databases, logs.
[[nodiscard]] bool isLeftOutOfPatches(const QString &relativePath);

} // namespace Decayscope
