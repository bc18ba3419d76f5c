// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// Turns are counted from 0 in code and from 1 for people.
[[nodiscard]] inline QString turnNumber(int turn)
{
    return QString::number(qint64{turn} + 1);
}

} // namespace Decayscope
