// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Decayscope {

/// What a reader must know of a method before trusting its numbers. Plain sentences; formulas in Unicode, a line each.
struct MethodCard
{
    QString question; ///< What it answers, in a researcher's words.
    QString formula;
    QStringList assumptions; ///< What must hold, and what happens where it does not.
    QString reading; ///< How to read the numbers, and what they do not say.
    QString source; ///< The literature: "Cameron, Gelbach and Miller 2008, Review of Economics and Statistics 90(3)".
    QString check; ///< With which independent program the numbers were compared: "R 4.5.0, sandwich 3.1".

    bool operator==(const MethodCard &) const = default;
};

} // namespace Decayscope
