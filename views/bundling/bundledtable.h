// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundlecontext.h"

#include <analyses/analysis.h>
#include <bundle/bundledpart.h>
#include <figures/tablebuilder.h>

namespace Decayscope {

/// The part of a table of the catalogue: LaTeX, CSV, Markdown and HTML.
[[nodiscard]] BundledPart tablePart(const TableInfo &info, const BundleContext &context);

/// The part of an analysis, and the figure that is to be added to it.
struct AnalysisPart
{
    BundledPart part;
    std::optional<FigureSpec> figure;
};

[[nodiscard]] AnalysisPart analysisPart(const AnalysisInfo &info, const BundleContext &context);

} // namespace Decayscope
