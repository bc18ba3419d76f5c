// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/studysnapshot.h>
#include <figures/figurespec.h>

namespace Decayscope::Test {

/// A study of runs, with styles.
[[nodiscard]] StudySnapshot aStudy(std::vector<Run> runs);

/// All tasks of flask and koa by one configuration, the share of passed assertions falling with the level.
[[nodiscard]] std::vector<Run> aSweep(const char *model, const char *scaffold, int start, int fall);

/// A study of two configurations on four frameworks, three trials, uneven: some runs missing, violating, older,
/// excluded, and with tokens.
[[nodiscard]] StudySnapshot anUnevenStudy();

/// A figure line by line: panels, then "panel|series|point" with values, n, and what stands at the mark.
[[nodiscard]] QStringList printedFigure(const FigureSpec &figure);

} // namespace Decayscope::Test
