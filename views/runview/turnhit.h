// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <compare>

namespace Decayscope {

/// A place where a search found something.
struct TurnHit
{
    int turn = 0;
    int part = 0;
    qint64 row = 0; ///< Of the part's text, see textrows.h.
    int column = 0; ///< In QChars of the row as a terminal leaves it.
    int length = 0;

    auto operator<=>(const TurnHit &) const = default;
};

} // namespace Decayscope
