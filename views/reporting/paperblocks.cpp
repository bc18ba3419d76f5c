// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperblocks.h"

#include "papercolors.h"
#include "papertable.h"
#include "reportwords.h"

#include <figures/celltext.h>
#include <printing/paperpainting.h>
#include <printing/paperunits.h>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr double afterText = inPaperUnits(7);
constexpr double afterBlock = inPaperUnits(16);
constexpr double inset = inPaperUnits(9);
constexpr double captionSize = 8.5;

PaperTextStyle prose()
{
    return {.size = 9.5, .color = PaperColor::ink, .leading = 1.48};
}

PaperTextStyle small()
{
    return {.size = 7.5, .color = PaperColor::muted, .leading = 1.4};
}

PaperText captionOf(const QString &label, const QString &text, double size)
{
    return {QString(label % u". " % printedSentence(text)), {.size = size, .color = PaperColor::ink, .leading = 1.42},
        PaperFlow::width(), static_cast<int>(label.size() + 1)};
}

std::vector<ReportFact> rowsOf(const MethodCard &card)
{
    QStringList assumptions;
    for (const auto &assumption : card.assumptions)
        assumptions << (card.assumptions.size() > 1 ? QString(u"• " % assumption) : assumption);
    std::vector<ReportFact> rows{{u"It answers"_s, card.question}, {u"Formula"_s, card.formula},
        {u"It assumes"_s, assumptions.join(u'\n')}, {u"How to read it"_s, card.reading}, {u"Source"_s, card.source},
        {u"Checked against"_s, card.check}};
    std::erase_if(rows, [](const ReportFact &row) { return row.value.isEmpty(); });
    return rows;
}

} // namespace

void PaperBlocks::operator()(const ReportParagraph &block)
{
    if (block.tone == ReportTone::Warning) {
        warning(block.text);
        return;
    }
    auto style = prose();
    if (block.tone == ReportTone::Lead)
        style = {.size = 12.5, .weight = QFont::Medium, .color = PaperColor::ink, .leading = 1.42};
    m_flow.text({printedSentence(block.text), style, PaperFlow::width()});
    m_flow.skip(block.tone == ReportTone::Lead ? afterBlock : afterText);
}

void PaperBlocks::heading(const ReportHeading &block, double roomBelow)
{
    const PaperText text(block.text,
        {.size = 11.5, .weight = QFont::DemiBold, .color = PaperColor::ink, .leading = 1.3}, PaperFlow::width());
    m_flow.skip(inPaperUnits(10));
    m_flow.ensure(text.height() + inPaperUnits(4) + roomBelow);
    m_headingPages.push_back(m_flow.page());
    m_flow.text(text);
    m_flow.skip(inPaperUnits(4));
}

void PaperBlocks::lay(std::span<const ReportBlock> blocks)
{
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (const auto *title = std::get_if<ReportHeading>(&blocks[i]))
            heading(*title, beginning(blocks.subspan(i + 1)));
        else
            std::visit(*this, blocks[i]);
    }
}

/// Texts, and the figure or the beginning of the table below them, stay with what is above.
double PaperBlocks::beginning(std::span<const ReportBlock> blocks)
{
    double room = 0;
    for (const auto &block : blocks) {
        if (const auto *figure = std::get_if<ReportFigure>(&block))
            return room + roomOf(*figure);
        if (const auto *table = std::get_if<ReportTable>(&block))
            return room + inPaperUnits(30) + PaperTable(table->table).leastRoom();
        const auto *text = std::get_if<ReportParagraph>(&block);
        if (!text)
            return room + inPaperUnits(100);
        room += PaperText(text->text, prose(), PaperFlow::width()).height() + afterText;
    }
    return room;
}

void PaperBlocks::operator()(const ReportList &block)
{
    for (const auto &item : block.items) {
        const PaperText text(printedSentence(item), prose(), PaperFlow::width() - inPaperUnits(12));
        const PaperText bullet(u"•"_s, prose(), inPaperUnits(12));
        m_flow.ensure(text.lineHeight() * std::min(text.lineCount(), 2));
        m_flow.place(0, [bullet](QPainter &painter, QPointF at) { bullet.paint(painter, at); });
        m_flow.text(text, inPaperUnits(12));
        m_flow.skip(inPaperUnits(3));
    }
    m_flow.skip(afterText);
}

void PaperBlocks::facts(const std::vector<ReportFact> &facts, double nameWidth, double size)
{
    auto style = prose();
    style.size = size;
    for (const auto &fact : facts) {
        auto quiet = style;
        quiet.color = PaperColor::muted;
        const PaperText name(printedSentence(fact.name), quiet, nameWidth - inPaperUnits(10));
        const PaperText value(printedSentence(fact.value), style, PaperFlow::width() - nameWidth);
        m_flow.ensure(std::max(name.height(), value.lineHeight() * std::min(value.lineCount(), 3)));
        m_flow.place(0, [name](QPainter &painter, QPointF at) { name.paint(painter, at); });
        m_flow.text(value, nameWidth);
        m_flow.skip(std::max(0.0, name.height() - value.height()) + inPaperUnits(2.5));
    }
}

void PaperBlocks::operator()(const ReportFacts &block)
{
    facts(block.facts, inPaperUnits(125), prose().size);
    m_flow.skip(afterText);
}

void PaperBlocks::operator()(const ReportNumbers &block)
{
    constexpr int columns = 4;
    const double gap = inPaperUnits(8);
    const double width = (PaperFlow::width() - (columns - 1) * gap) / columns;
    const double height = inPaperUnits(68);
    const auto numbers = block.numbers;
    m_flow.place(height, [numbers, gap, width, height](QPainter &painter, QPointF at) {
        for (const auto &number : numbers) {
            painter.fillRect(QRectF(at, QSizeF(width, height)), PaperColor::soft);
            const auto inside = at + QPointF(inset, inPaperUnits(6));
            const double room = width - 2 * inset;
            PaperText(
                number.value, {.size = 19, .weight = QFont::DemiBold, .color = PaperColor::ink, .leading = 1.25}, room)
                .paint(painter, inside);
            PaperText(
                number.name, {.size = 8.5, .weight = QFont::DemiBold, .color = PaperColor::ink, .leading = 1.3}, room)
                .paint(painter, inside + QPointF(0, inPaperUnits(25)));
            PaperText(number.detail, {.size = 7.5, .color = PaperColor::muted, .leading = 1.25}, room)
                .paint(painter, inside + QPointF(0, inPaperUnits(37)));
            at += QPointF(width + gap, 0);
        }
    });
    m_flow.skip(afterBlock);
}

double PaperBlocks::roomOf(const ReportFigure &block)
{
    const auto caption = captionOf(figureLabel(block), block.caption, captionSize);
    const double height = block.look.height * paperUnitsPerInch + inPaperUnits(9);
    return std::min(height + caption.height(), PaperFlow::pageHeight());
}

void PaperBlocks::operator()(const ReportFigure &block)
{
    const auto caption = captionOf(figureLabel(block), block.caption, captionSize);
    const double height = block.look.height * paperUnitsPerInch;
    m_flow.ensure(roomOf(block));
    m_flow.skip(inPaperUnits(4));
    m_flow.place(height, [figure = block.figure, look = block.look](QPainter &painter, QPointF at) {
        painter.save();
        painter.translate(at);
        paintOnPaper(painter, figure, look);
        painter.restore();
    });
    m_flow.skip(inPaperUnits(5));
    m_flow.text(caption);
    m_flow.skip(afterBlock);
}

void PaperBlocks::note(const QString &text)
{
    m_flow.text({printedSentence(text), small(), PaperFlow::width()});
    m_flow.skip(inPaperUnits(1.5));
}

void PaperBlocks::operator()(const ReportTable &block)
{
    const auto caption = captionOf(tableLabel(block), block.table.title, 9);
    m_flow.skip(inPaperUnits(4));
    const PaperTable table(block.table);
    m_flow.ensure(caption.height() + inPaperUnits(4) + table.leastRoom());
    m_flow.text(caption);
    m_flow.skip(inPaperUnits(4));
    table.lay(m_flow);
    m_flow.skip(inPaperUnits(5));
    for (const auto &line : shownTable(block.table).below())
        note(line);
    m_flow.skip(afterBlock);
}

void PaperBlocks::operator()(const ReportMethod &block)
{
    const auto rows = rowsOf(block.card);
    if (rows.empty())
        return;
    m_flow.ensure(inPaperUnits(60));
    m_flow.rule(PaperColor::accent, inPaperUnits(0.8), PaperFlow::width());
    m_flow.skip(inPaperUnits(5));
    facts(rows, inPaperUnits(82), 8);
    m_flow.skip(inPaperUnits(2));
    m_flow.rule(PaperColor::line, inPaperUnits(0.4), PaperFlow::width());
    m_flow.skip(afterBlock);
}

void PaperBlocks::warning(const QString &text)
{
    const PaperText words(text, {.size = 10, .weight = QFont::DemiBold, .color = PaperColor::warning, .leading = 1.4},
        PaperFlow::width() - 2 * inset);
    const double height = words.height() + inPaperUnits(12);
    m_flow.place(height, [words, height](QPainter &painter, QPointF at) {
        painter.fillRect(QRectF(at, QSizeF(PaperFlow::width(), height)), PaperColor::warningGround);
        words.paint(painter, at + QPointF(inset, inPaperUnits(6)));
    });
    m_flow.skip(afterBlock);
}

} // namespace Decayscope
