// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preflightrules.h"

#include <array>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 3;

constexpr std::array rules{PreflightRule{"size"_L1, "Page size", judgeSize},
    PreflightRule{"text-size"_L1, "Text size", judgeTextSize},
    PreflightRule{"line-width"_L1, "Line width", judgeLineWidth},
    PreflightRule{"overlap"_L1, "Overlapping text", judgeOverlap},
    PreflightRule{"clipped"_L1, "Clipped text", judgeClipped}, PreflightRule{"contrast"_L1, "Contrast", judgeContrast},
    PreflightRule{"colour-vision"_L1, "Colour vision", judgeColorVision},
    PreflightRule{"grey"_L1, "Grey print", judgeGrey},
    PreflightRule{"redundant-coding"_L1, "Redundant coding", judgeRedundantCoding},
    PreflightRule{"fonts"_L1, "Fonts", judgeFonts}, PreflightRule{"blank"_L1, "Empty page", judgeBlank}};

} // namespace

std::span<const PreflightRule> preflightRules()
{
    return rules;
}

QString quotedNames(const QStringList &names)
{
    QStringList shown;
    for (const auto &name : names.first(std::min(names.size(), mostNames)))
        shown << u"“%1”"_s.arg(name);
    if (names.size() > mostNames)
        return u"%1 and %2 more"_s.arg(shown.join(u", "_s)).arg(names.size() - mostNames);
    if (shown.size() < 2)
        return shown.join(QString());
    const auto last = shown.takeLast();
    return u"%1 and %2"_s.arg(shown.join(u", "_s), last);
}

} // namespace Decayscope
