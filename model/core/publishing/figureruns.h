// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/studysnapshot.h>
#include <figures/figurespec.h>

namespace Decayscope {

/// The runs that any point of the figure speaks of, in the study's order.
[[nodiscard]] std::vector<const Run *> runsOfFigure(const FigureSpec &figure, const StudySnapshot &study);

/// A line a run as CSV; what names a run comes first.
[[nodiscard]] QByteArray runsDocument(const std::vector<const Run *> &runs);

/// How many of a runs document's columns name the run.
inline constexpr qsizetype runNameColumns = 6;

} // namespace Decayscope
