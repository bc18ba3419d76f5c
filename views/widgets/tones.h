// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

namespace Decayscope {

/// Tones between the colours of a palette, so that light and dark need no colours of their own.

[[nodiscard]] bool isDark(const QPalette &palette);

/// `share` 0 gives `a`, 1 gives `b`.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, double share);

/// Text of second rank that still reads: at least 4.5:1 on Base and Window.
[[nodiscard]] QColor mutedText(const QPalette &palette);

/// Thin rules between regions.
[[nodiscard]] QColor hairline(const QPalette &palette);

/// The outline of things to click or type into.
[[nodiscard]] QColor outline(const QPalette &palette);

/// A faint fill for things under the mouse, or chosen.
[[nodiscard]] QColor hoverFill(const QPalette &palette);
[[nodiscard]] QColor chosenFill(const QPalette &palette);

/// WCAG contrast ratio, 1–21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// The font larger by a factor, whatever unit its size has.
[[nodiscard]] QFont scaledFont(QFont font, double factor);

/// The desktop's fixed-width font in the size of another one, larger by a factor.
[[nodiscard]] QFont fixedFont(const QFont &like, double factor = 1.0);

/// The font with figures of equal width, and by a factor larger.
[[nodiscard]] QFont figuresFont(QFont font, double factor = 1.0);

} // namespace Decayscope
