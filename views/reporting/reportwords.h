// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/tablespec.h>
#include <stats/interval.h>

namespace Decayscope {

// Phrases of a report: numbers rounded for people, with true minus signs.

[[nodiscard]] QString signedPoints(double value); ///< "+4.4", "−32.9"
[[nodiscard]] QString plainNumber(double value); ///< "32.9"
[[nodiscard]] QString wholeNumber(qsizetype value); ///< "2,184"
[[nodiscard]] QString chanceWords(double p); ///< "p < 0.001", "p = 0.027"

/// "95 % interval −19.6 to −9.7"; empty for an estimate without one.
[[nodiscard]] QString intervalWords(const Estimate &estimate);

/// "1 task", "2,184 runs".
[[nodiscard]] QString countOf(qsizetype count, QStringView noun);

/// "a", "a and b", "a, b and c".
[[nodiscard]] QString enumeration(const QStringList &words);

/// A sentence as it is printed: true minus signs, and no line ends between a number and its percent sign.
[[nodiscard]] QString printedSentence(const QString &sentence);

/// A name of the program's for people: "clean_architecture" as "clean architecture".
[[nodiscard]] QString spokenName(QString name);

} // namespace Decayscope
