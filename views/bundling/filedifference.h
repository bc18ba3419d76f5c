// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <bundle/manifest.h>

namespace Decayscope {

/// What became of a file that was made again.
struct FileDifference
{
    enum class Kind : quint8 {
        None,
        Drawing, ///< The picture has other bytes; what it carries is the same.
        Rounding, ///< Numbers differ by rounding errors alone.
        Content
    };
    Kind kind = Kind::None;
    QString sentence; ///< Of Content; names the file and, of CSV, the first values.
};

[[nodiscard]] FileDifference fileDifference(const BundledFile &then, const QByteArray &now);

} // namespace Decayscope
