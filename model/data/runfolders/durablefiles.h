// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArrayView>

namespace Decayscope {

/// Writes a file that does not exist yet; it is on the disk when this returns, its name is once its folder is synced.
/// Errors: Unreadable.
[[nodiscard]] Result<> writeDurably(const QString &path, QByteArrayView bytes);

/// Puts what changed in a folder (names made, moved and removed) on the disk. Errors: Unreadable.
[[nodiscard]] Result<> syncFolder(const QString &folder);

/// Makes a folder and those above it, all of them on the disk. Errors: Unreadable.
[[nodiscard]] Result<> makeFolderDurably(const QString &folder);

/// Makes a file with this content at once and on the disk, unless there is one: then false, and nothing changed. Of
/// several programs that try, on one machine or over a network, one wins. Errors: Unreadable.
[[nodiscard]] Result<bool> placeDurably(const QString &path, QByteArrayView bytes);

/// Replaces a file, or makes it: readers see the old content or the new. Errors: Unreadable.
[[nodiscard]] Result<> replaceDurably(const QString &path, QByteArrayView bytes);

/// Gives a folder another name, never over anything else: false where the new name is taken. On the disk when this
/// returns. Errors: Unreadable.
[[nodiscard]] Result<bool> moveFolderDurably(const QString &from, const QString &to);

} // namespace Decayscope
