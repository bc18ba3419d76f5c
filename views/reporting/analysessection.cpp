// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Analyses beyond the published tables, with what a reader must know of each.

#include "reportsections.h"

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// Those that stand elsewhere in the report.
bool isShownElsewhere(const AnalysisInfo &info)
{
    return info.name == u"matched-decay";
}

void addAnalysis(ReportSection &section, const AnalysisInfo &info, const ReportContext &context)
{
    auto analysis = buildAnalysis(info.name, context.study(), context.analysisRequest());
    if (!analysis || analysis->table.rows.empty())
        return;
    section.blocks.emplace_back(ReportHeading{info.title});
    section.blocks.emplace_back(ReportParagraph{.text = info.description});
    if (analysis->figure)
        add(section, figureBlock(std::move(*analysis->figure)));
    add(section, std::optional(std::move(analysis->table)));
    section.blocks.emplace_back(ReportMethod{info.card});
}

} // namespace

ReportSection analysesSection(const ReportContext &context)
{
    ReportSection section{.id = u"analyses"_s, .title = u"Beyond the published tables"_s};
    if (!context.request().analyses)
        return section;
    for (const auto &info : analysisCatalogue()) {
        if (!isShownElsewhere(info))
            addAnalysis(section, info, context);
    }
    if (!section.blocks.empty())
        section.blocks.insert(section.blocks.begin(),
            ReportParagraph{.text
                = u"The study’s own tables end here. What follows asks the same runs further questions; below each answer stands how to read it."_s});
    return section;
}

} // namespace Decayscope
