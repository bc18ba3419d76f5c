// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangeview.h"

#include "codetones.h"
#include "exchangetext.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QTextBlock>
#include <QTextLayout>

namespace Decayscope {

namespace {

QTextCharFormat formatOf(ExchangeLine::Kind kind, const QPalette &palette)
{
    using enum ExchangeLine::Kind;
    QTextCharFormat format;
    switch (kind) {
    case Heading:
        format.setForeground(palette.color(QPalette::Text));
        format.setFontWeight(QFont::DemiBold);
        break;
    case Start:
        format.setFontWeight(QFont::DemiBold);
        break;
    case Header:
    case Note:
        format.setForeground(mutedText(palette));
        format.setFontItalic(kind == Note);
        break;
    case Failed:
        format.setForeground(codeTones(palette).problem);
        break;
    case Passed:
    case Body:
        break;
    }
    return format;
}

/// A heading stands apart from what is above it.
QStringList spaced(const std::vector<ExchangeLine> &lines, std::vector<ExchangeLine::Kind> &kinds)
{
    QStringList texts;
    kinds.reserve(lines.size() + 4);
    for (const auto &line : lines) {
        if (line.kind == ExchangeLine::Kind::Heading && !texts.isEmpty()) {
            texts << QString();
            kinds.push_back(ExchangeLine::Kind::Body);
        }
        texts << line.text;
        kinds.push_back(line.kind);
    }
    return texts;
}

} // namespace

ExchangeView::ExchangeView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(NoFrame);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Request and answer"));
    document()->setDocumentMargin(Spacing::normal);
    setFont(fixedFont(QApplication::font()));
}

void ExchangeView::setExchange(const HttpExchange &exchange)
{
    if (!m_isEmpty && exchange == m_exchange)
        return;
    m_exchange = exchange;
    m_isEmpty = false;
    fill();
    moveCursor(QTextCursor::Start);
}

void ExchangeView::setNothing(const QString &why)
{
    m_exchange = {};
    m_isEmpty = true;
    clear();
    setPlaceholderText(why);
}

void ExchangeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(fixedFont(QApplication::font()));
    if (event->type() == QEvent::PaletteChange && !m_isEmpty)
        fill();
}

void ExchangeView::fill()
{
    std::vector<ExchangeLine::Kind> kinds;
    setPlainText(spaced(exchangeLines(m_exchange), kinds).join(u'\n'));
    auto block = document()->firstBlock();
    for (std::size_t i = 0; i < kinds.size() && block.isValid(); ++i, block = block.next()) {
        QTextLayout::FormatRange range;
        range.start = 0;
        range.length = block.length();
        range.format = formatOf(kinds[i], palette());
        block.layout()->setFormats({range});
    }
    document()->markContentsDirty(0, document()->characterCount());
}

} // namespace Decayscope
