// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "turndocument.h"
#include "turnlayout.h"

namespace Decayscope {

/// Measures of a turn's picture, in device-independent pixels.
namespace TurnMeasure {

inline constexpr int rightMargin = 12;
inline constexpr int bottomMargin = 10;
inline constexpr int padding = 6; ///< Within the frame of a block.
inline constexpr int promptWidth = 18;
inline constexpr int barWidth = 3;

} // namespace TurnMeasure

/// Commands, outputs, errors and raw forms stand on a tint of their own.
[[nodiscard]] inline bool isFramed(TurnBlock::Kind kind)
{
    return kind == TurnBlock::Kind::Command || kind == TurnBlock::Kind::Output || kind == TurnBlock::Kind::Error
        || kind == TurnBlock::Kind::Raw;
}

/// Something that was found in a document.
struct TextMark
{
    int position = 0;
    int length = 0;
    bool isCurrent = false;
};

/// One block with its document and place.
struct TurnLayout::Item
{
    TurnBlock block;
    TurnDocument text;
    QRectF frame; ///< With padding.
    QPointF origin; ///< Of the document.
    std::vector<TextMark> marks;

    void addMark(int position, int length, bool isCurrent);
    void markWords(const QString &words);
    /// Markdown moves text about: the hits' words are looked for one behind the other.
    void markRearranged(const Marks &wanted);
    /// Where a hit's row and column are in the document; -1 where they are not.
    [[nodiscard]] int positionOf(const TurnHit &hit) const;
    [[nodiscard]] QRectF rectOfPosition(int position) const;
};

} // namespace Decayscope
