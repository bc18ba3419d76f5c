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

/// Room for the contents; what stands there is known when the rest is laid out.
struct ContentsPlace
{
    std::size_t page = 0;
    double y = 0;
};

constexpr double contentsLine = inPaperUnits(17);

ContentsPlace layContents(PaperFlow &flow, std::size_t sections)
{
    flow.text({u"Contents"_s, {.size = 13, .weight = QFont::DemiBold, .color = PaperColor::ink}, PaperFlow::width()});
    flow.skip(inPaperUnits(4));
    const ContentsPlace place{flow.page(), flow.y()};
    flow.skip(contentsLine * static_cast<double>(sections));
    return place;
}

/// Gives the page it begins on.
std::size_t laySection(PaperFlow &flow, const ReportSection &section, int number)
{
    const auto label = QString::number(number) % u"   ";
    const PaperText title(label % section.title,
        {.size = 16, .weight = QFont::DemiBold, .color = PaperColor::ink, .leading = 1.3}, PaperFlow::width());
    flow.skip(inPaperUnits(14));
    flow.ensure(title.height() + inPaperUnits(20) + PaperBlocks::beginning(section.blocks));
    flow.rule(PaperColor::ink, inPaperUnits(1.1), PaperFlow::width());
    const auto page = flow.page();
    flow.skip(inPaperUnits(7));
    flow.text(title);
    flow.skip(inPaperUnits(7));
    PaperBlocks(flow).lay(section.blocks);
    return page;
}

/// A line of the contents: number, title, page.
PaperItem contentsItem(int number, const QString &title, std::size_t page, double y)
{
    return [=](QPainter &painter) {
        const PaperTextStyle style{.size = 10, .color = PaperColor::ink};
        const double indent = inPaperUnits(24);
        auto right = style;
        right.alignment = Qt::AlignRight;
        PaperTextStyle quiet = style;
        quiet.color = PaperColor::muted;
        const QPointF at(PaperFlow::left(), y);
        PaperText(QString::number(number), quiet, indent).paint(painter, at);
        PaperText(title, style, PaperFlow::width() - 2 * indent).paint(painter, at + QPointF(indent, 0));
        PaperText(QString::number(page + 1), right, PaperFlow::width()).paint(painter, at);
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
    const auto contents = layContents(flow, report.sections.size());
    flow.breakPage();
    std::vector<std::size_t> starts;
    const auto count = static_cast<qint64>(report.sections.size());
    for (const auto &section : report.sections) {
        if (progress.isCancelled())
            return cancelled();
        const auto number = static_cast<int>(starts.size()) + 1;
        starts.push_back(laySection(flow, section, number));
        progress.report({.done = count + number, .total = 2 * count, .what = section.title});
    }
    auto pages = flow.pages();
    for (std::size_t i = 0; i < starts.size(); ++i)
        pages[contents.page].push_back(contentsItem(static_cast<int>(i) + 1, report.sections[i].title, starts[i],
            contents.y + contentsLine * static_cast<double>(i)));
    for (std::size_t page = 1; page < pages.size(); ++page)
        pages[page].push_back(marginItem(report, page));
    return pages;
}

} // namespace Decayscope
