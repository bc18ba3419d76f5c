// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/configuration.h>
#include <publishing/figurelook.h>

#include <QColor>
#include <QString>

namespace Decayscope {

/// The program's own chart palette: eight hues after Okabe and Ito, darkened for light grounds and lightened for dark
/// ones until every one has at least 3:1 contrast to its ground and stays apart from the others for colour-blind
/// readers. Paper may choose another palette of the same promise.
inline constexpr int chartColorCount = 8;

/// How many colours a palette has before it begins again.
[[nodiscard]] int chartColorCountOf(SeriesPalette palette);

/// The colour of an index, counted round and round.
[[nodiscard]] QColor chartColor(int index, bool onDark, SeriesPalette palette = SeriesPalette::Okabe);

/// What a reader calls it, such as "Blue".
[[nodiscard]] QString chartColorName(int index, SeriesPalette palette = SeriesPalette::Okabe);

/// The pen style of a line style.
[[nodiscard]] Qt::PenStyle penStyle(LineStyle line);

} // namespace Decayscope
