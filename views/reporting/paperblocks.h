// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "paperflow.h"
#include "reportdocument.h"

#include <span>

namespace Decayscope {

/// Lays the blocks of a report into pages.
class PaperBlocks
{
public:
    explicit PaperBlocks(PaperFlow &flow)
        : m_flow(flow)
    { }

    /// Headings stay with what they head.
    void lay(std::span<const ReportBlock> blocks);

    /// The pages on which headings stand that were laid so far.
    [[nodiscard]] const std::vector<std::size_t> &headingPages() const { return m_headingPages; }

    /// What blocks want of the page on which they begin.
    [[nodiscard]] static double beginning(std::span<const ReportBlock> blocks);

    void operator()(const ReportParagraph &block);
    void operator()(const ReportHeading &block) { heading(block, 0); }
    void operator()(const ReportList &block);
    void operator()(const ReportFacts &block);
    void operator()(const ReportNumbers &block);
    void operator()(const ReportFigure &block);
    void operator()(const ReportTable &block);
    void operator()(const ReportMethod &block);

    /// A text on a coloured ground.
    void warning(const QString &text);

private:
    [[nodiscard]] static double roomOf(const ReportFigure &block);
    void heading(const ReportHeading &block, double roomBelow);
    void facts(const std::vector<ReportFact> &facts, double nameWidth, double size);
    void note(const QString &text);

    PaperFlow &m_flow;
    std::vector<std::size_t> m_headingPages;
};

} // namespace Decayscope
