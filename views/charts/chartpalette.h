// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/configuration.h>

#include <QColor>
#include <QString>

namespace Decayscope {

/// The one chart palette: eight hues after Okabe and Ito, darkened for light grounds and lightened for dark ones until
/// every one has at least 3:1 contrast to its ground and stays apart from the others for colour-blind readers.
inline constexpr int chartColorCount = 8;

/// The colour of an index, counted round and round.
[[nodiscard]] QColor chartColor(int index, bool onDark);

/// What a reader calls it, such as "Blue".
[[nodiscard]] QString chartColorName(int index);

/// The pen style of a line style.
[[nodiscard]] Qt::PenStyle penStyle(LineStyle line);

} // namespace Decayscope
