// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperreport.h"

#include "paperblocks.h"
#include "papercolors.h"
#include "reportlook.h"

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

using Pages = std::vector<std::vector<PaperItem>>;

void layTitle(PaperFlow &flow, const ReportDocument &report)
{
    const auto line
        = [&flow](const QString &text, const PaperTextStyle &style) { flow.text({text, style, PaperFlow::width()}); };
    line(u"STUDY REPORT"_s, {.size = 8.5, .weight = QFont::DemiBold, .color = PaperColor::accent});
    flow.skip(inPaperUnits(2));
    line(report.title, {.size = 25, .weight = QFont::DemiBold, .color = PaperColor::ink, .leading = 1.2});
    flow.skip(inPaperUnits(4));
    line(report.subtitle, {.size = 12, .color = PaperColor::muted});
    flow.skip(inPaperUnits(16));
    PaperBlocks blocks(flow);
    if (!report.caveat.isEmpty())
        blocks.warning(report.caveat);
    flow.rule(PaperColor::line, inPaperUnits(0.5), PaperFlow::width());
    flow.skip(inPaperUnits(7));
    blocks(ReportFacts{report.facts});
    flow.rule(PaperColor::line, inPaperUnits(0.5), PaperFlow::width());
    flow.skip(inPaperUnits(22));
}

/// A line of the contents.
struct ContentsLine
{
    QString number; ///< Of a section; empty for a heading within one.
    QString title;
    std::size_t page = 0;

    [[nodiscard]] double height() const { return inPaperUnits(number.isEmpty() ? 13 : 17.5); }
};

/// Without pages: those are known when the rest is laid out.
std::vector<ContentsLine> contentsOf(const ReportDocument &report)
{
    std::vector<ContentsLine> lines;
    for (const auto &section : report.sections) {
        lines.push_back({.number = QString::number(&section - report.sections.data() + 1), .title = section.title});
        for (const auto &heading : headingsOf(section))
            lines.push_back({.number = {}, .title = heading});
    }
    return lines;
}

/// Room for the contents: a page and a place for every line.
struct ContentsPlace
{
    std::size_t page = 0;
    double y = 0;
};

std::vector<ContentsPlace> layContents(PaperFlow &flow, const std::vector<ContentsLine> &lines)
{
    std::vector<ContentsPlace> places;
    places.reserve(lines.size());
    flow.text({u"Contents"_s, {.size = 13, .weight = QFont::DemiBold, .color = PaperColor::ink}, PaperFlow::width()});
    flow.skip(inPaperUnits(4));
    for (const auto &line : lines) {
        flow.place(line.height(), [](QPainter &, QPointF) { });
        places.push_back({flow.page(), flow.y() - line.height()});
    }
    return places;
}

/// Gives the page it begins on, then those of the headings within.
std::vector<std::size_t> laySection(PaperFlow &flow, const ReportSection &section, int number)
{
    const auto label = QString::number(number) % u"   ";
    const PaperText title(label % section.title,
        {.size = 16, .weight = QFont::DemiBold, .color = PaperColor::ink, .leading = 1.3}, PaperFlow::width());
    flow.skip(inPaperUnits(14));
    flow.ensure(title.height() + inPaperUnits(20) + PaperBlocks::beginning(section.blocks));
    flow.rule(PaperColor::ink, inPaperUnits(1.1), PaperFlow::width());
    std::vector<std::size_t> pages{flow.page()};
    flow.skip(inPaperUnits(7));
    flow.text(title);
    flow.skip(inPaperUnits(7));
    PaperBlocks blocks(flow);
    blocks.lay(section.blocks);
    pages.insert(pages.end(), blocks.headingPages().begin(), blocks.headingPages().end());
    return pages;
}

PaperItem contentsItem(const ContentsLine &line, double y)
{
    return [line, y](QPainter &painter) {
        const bool isSection = !line.number.isEmpty();
        const PaperTextStyle style{
            .size = isSection ? 10.0 : 8.5, .color = isSection ? PaperColor::ink : PaperColor::muted};
        auto right = style;
        right.alignment = Qt::AlignRight;
        auto quiet = style;
        quiet.color = PaperColor::muted;
        const double indent = inPaperUnits(24);
        const QPointF at(PaperFlow::left(), y);
        PaperText(line.number, quiet, indent).paint(painter, at);
        PaperText(line.title, style, PaperFlow::width() - 2 * indent).paint(painter, at + QPointF(indent, 0));
        PaperText(QString::number(line.page + 1), right, PaperFlow::width()).paint(painter, at);
    };
}

/// What stands above and below every page but the first.
PaperItem marginItem(const ReportDocument &report, std::size_t page)
{
    return [title = report.title, caveat = report.caveat, program = report.program, page](QPainter &painter) {
        const PaperTextStyle quiet{.size = 7.5, .color = PaperColor::muted};
        PaperTextStyle right = quiet;
        right.alignment = Qt::AlignRight;
        auto warning = right;
        warning.color = PaperColor::warning;
        const double foot = PaperFlow::paper().height() - inPaperUnits(36);
        const QPointF head(PaperFlow::left(), inPaperUnits(36));
        PaperText(title, quiet, PaperFlow::width() / 2).paintLine(painter, 0, head);
        if (!caveat.isEmpty())
            PaperText(caveat, warning, PaperFlow::width()).paintLine(painter, 0, head);
        PaperText(program, quiet, PaperFlow::width()).paintLine(painter, 0, {PaperFlow::left(), foot});
        PaperText(QString::number(page + 1), right, PaperFlow::width())
            .paintLine(painter, 0, {PaperFlow::left(), foot});
    };
}

} // namespace

Result<Pages> paperPages(const ReportDocument &report, const Progress &progress)
{
    PaperFlow flow;
    layTitle(flow, report);
    auto lines = contentsOf(report);
    const auto places = layContents(flow, lines);
    flow.breakPage();
    auto line = lines.begin();
    const auto count = static_cast<qint64>(report.sections.size());
    for (int number = 1; const auto &section : report.sections) {
        if (progress.isCancelled())
            return cancelled();
        for (const auto page : laySection(flow, section, number))
            (line++)->page = page;
        progress.report({.done = count + number++, .total = 2 * count, .what = section.title});
    }
    auto pages = flow.pages();
    for (std::size_t i = 0; i < lines.size(); ++i)
        pages[places[i].page].push_back(contentsItem(lines[i], places[i].y));
    for (std::size_t page = 1; page < pages.size(); ++page)
        pages[page].push_back(marginItem(report, page));
    return pages;
}

} // namespace Decayscope
