// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

#include <QColor>
#include <QFont>
#include <QPalette>

namespace Decayscope {

/// Fonts and colours of the turn list, made from the application's font and palette.
struct TurnLook
{
    TurnLook(const QFont &font, const QPalette &palette);

    QPalette palette;
    QFont body;
    QFont strong;
    QFont small; ///< Figures of the second rank.
    QFont mono;
    QColor muted;
    QColor link;
    QColor mark; ///< Behind what a search found.
    QColor commandFill;
    QColor outputFill;
    QColor errorLine;
    int lineHeight = 0; ///< Of the fixed font.
    int headHeight = 0; ///< Of a turn's first line.
    int gutter = 0; ///< Left of everything a turn says.

    [[nodiscard]] QColor colorOf(TurnKind kind) const;
    bool operator==(const TurnLook &) const = default;
};

/// One sign that tells kinds apart without colour.
[[nodiscard]] QString glyphOf(TurnKind kind);

/// "Command", "Output", … as people read it.
[[nodiscard]] QString wordOf(TurnKind kind);

/// "1.2k", "3.4M".
[[nodiscard]] QString shortCount(qint64 count);
/// "0.8 s", "2 min 5 s", "3 h 20 min".
[[nodiscard]] QString shortDuration(double seconds);
/// "$0.012".
[[nodiscard]] QString shortCost(double dollars);

} // namespace Decayscope
