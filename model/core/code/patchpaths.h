// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Decayscope {

/// The two names of a file in a `diff --git` line, without their prefixes.
struct PatchNames
{
    QString oldPath;
    QString newPath;
    bool hasPrefixes = true; ///< False for patches made with `diff.noprefix`.
};

/// Reads what follows `diff --git `. Names with spaces are ambiguous there: nothing where both halves are not alike.
[[nodiscard]] std::optional<PatchNames> headerNames(QByteArrayView rest);

/// Reads a name on its own, as after `rename from `: plain or in C quotes.
[[nodiscard]] QString plainName(QByteArrayView text);

/// Reads the name of a `--- ` or `+++ ` line: a tab ends it; empty for /dev/null.
[[nodiscard]] QString fileLineName(QByteArrayView rest);

/// A name without its first component where that is one of Git's prefixes (a b c i o w).
[[nodiscard]] QString withoutPrefix(const QString &name);

} // namespace Decayscope
