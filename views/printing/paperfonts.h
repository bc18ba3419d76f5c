// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <publishing/figurelook.h>

#include <QFont>

#include <optional>

namespace Decayscope {

/// Why a figure cannot be printed in a font: a sentence that names the package to install, where one is known. None
/// where the font is installed.
[[nodiscard]] std::optional<QString> fontProblem(const QString &family);

/// The families that presets and the dialog offer, installed or not, each with what it resembles.
struct PaperFont
{
    QString family;
    QString likeness; ///< "like Times"
    QString package; ///< Of Debian.
};
[[nodiscard]] const std::vector<PaperFont> &paperFonts();

/// Characters of a text that a family lacks, each once, in their order.
[[nodiscard]] QString lackingCharacters(const QString &family, const QString &text);

/// Those that no installed font has: they would be printed as empty boxes.
[[nodiscard]] QString unprintableCharacters(const QString &family, const QString &text);

} // namespace Decayscope
