// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

namespace Decayscope {

/// Colours with a meaning in code. Each goes together with a sign, a word or a style of line.
struct CodeTones
{
    QColor added;
    QColor removed;
    QColor problem;
    QColor addedFill; ///< Behind text.
    QColor removedFill;
};

[[nodiscard]] CodeTones codeTones(const QPalette &palette);

} // namespace Decayscope
