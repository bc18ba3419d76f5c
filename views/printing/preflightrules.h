// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "preflightsubject.h"

#include <span>

namespace Decayscope {

/// What a rule has to say of a subject; `message` is empty where it passed.
struct PreflightVerdict
{
    PreflightResult result = PreflightResult::Passed;
    QString message;

    bool operator==(const PreflightVerdict &) const = default;
};

/// A rule of the preflight.
struct PreflightRule
{
    QLatin1StringView name; ///< As in PreflightFinding::rule.
    const char *title;
    PreflightVerdict (*judge)(const PreflightSubject &subject);
};

/// All rules in the order in which they are told.
[[nodiscard]] std::span<const PreflightRule> preflightRules();

/// Names in a sentence: "“A”, “B” and 3 more".
[[nodiscard]] QString quotedNames(const QStringList &names);

// Of sizes and places: textrules.cpp
[[nodiscard]] PreflightVerdict judgeSize(const PreflightSubject &subject);
[[nodiscard]] PreflightVerdict judgeTextSize(const PreflightSubject &subject);
[[nodiscard]] PreflightVerdict judgeLineWidth(const PreflightSubject &subject);
[[nodiscard]] PreflightVerdict judgeOverlap(const PreflightSubject &subject);
[[nodiscard]] PreflightVerdict judgeClipped(const PreflightSubject &subject);

// Of colours: colorrules.cpp
[[nodiscard]] PreflightVerdict judgeContrast(const PreflightSubject &subject);
[[nodiscard]] PreflightVerdict judgeColorVision(const PreflightSubject &subject);
[[nodiscard]] PreflightVerdict judgeGrey(const PreflightSubject &subject);
[[nodiscard]] PreflightVerdict judgeRedundantCoding(const PreflightSubject &subject);

// Of the file: filerules.cpp
[[nodiscard]] PreflightVerdict judgeFonts(const PreflightSubject &subject);
[[nodiscard]] PreflightVerdict judgeBlank(const PreflightSubject &subject);

} // namespace Decayscope
