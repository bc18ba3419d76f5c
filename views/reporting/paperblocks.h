// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "paperflow.h"
#include "reportdocument.h"

namespace Decayscope {

/// Lays the blocks of a report into pages; made for std::visit.
class PaperBlocks
{
public:
    explicit PaperBlocks(PaperFlow &flow)
        : m_flow(flow)
    { }

    void operator()(const ReportParagraph &block);
    void operator()(const ReportHeading &block);
    void operator()(const ReportList &block);
    void operator()(const ReportFacts &block);
    void operator()(const ReportNumbers &block);
    void operator()(const ReportFigure &block);
    void operator()(const ReportTable &block);
    void operator()(const ReportMethod &block);

    /// A text on a coloured ground.
    void warning(const QString &text);

private:
    void facts(const std::vector<ReportFact> &facts, double nameWidth, double size);
    void note(const QString &text);

    PaperFlow &m_flow;
};

} // namespace Decayscope
