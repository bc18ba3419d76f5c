// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// Any text as LaTeX that pdflatex sets with nothing but its standard encodings: signs with a meaning are escaped,
/// letters with accents, Greek and common signs become commands, line breaks become spaces, and what is left is named:
/// "[U+1F600]". Words of more than 24 characters may be broken behind their punctuation.
[[nodiscard]] QString latexEscaped(const QString &text);

/// A name for \label and \ref: every character but letters, digits and ":._+-/" becomes a hyphen.
[[nodiscard]] QString latexLabel(const QString &label);

} // namespace Decayscope
