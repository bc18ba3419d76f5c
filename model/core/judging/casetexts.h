// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/configuration.h>
#include <domain/turncontent.h>

namespace Decayscope {

/// A turn as a judge reads it: its role, then its parts in their order.
[[nodiscard]] QString judgedTurnText(const TurnContent &turn);

/// The first and the last half of `most` characters of a longer text, with a word between that says so. Characters that
/// take two units are not split.
[[nodiscard]] QString middleLeftOut(const QString &text, qsizetype most);

/// The last lines of a log, each of at most `longest` characters. Bytes that are not UTF-8 become replacement
/// characters.
[[nodiscard]] QString lastLines(const QByteArray &log, int lines, qsizetype longest);

/// The text without the names of a configuration, however they are spaced and capitalised.
[[nodiscard]] QString withoutNames(QString text, const Configuration &configuration);

} // namespace Decayscope
