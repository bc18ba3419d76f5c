// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turndocument.h"

#include "ansitext.h"
#include "markdowntext.h"

#include <trajectory/textlinks.h>

#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr size_t mostSpans = 4000;
constexpr size_t mostLinks = 400;

bool isProse(TurnBlock::Kind kind)
{
    return kind == TurnBlock::Kind::Markdown || kind == TurnBlock::Kind::Reasoning;
}

QColor fillOf(TurnBlock::Kind kind, const TurnLook &look)
{
    return kind == TurnBlock::Kind::Command ? look.commandFill : look.outputFill;
}

void addColors(QTextCursor &cursor, const std::vector<AnsiSpan> &spans, const QColor &text, const QColor &fill)
{
    if (spans.size() > mostSpans)
        return;
    for (const auto &span : spans) {
        cursor.setPosition(static_cast<int>(span.offset));
        cursor.setPosition(static_cast<int>(span.offset + span.length), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(ansiFormat(span.style, text, fill));
    }
}

void addLinks(TurnDocument &made, QTextCursor &cursor, const TurnLook &look)
{
    QTextCharFormat format;
    format.setForeground(look.link);
    format.setFontUnderline(true);
    for (auto block = made.document->begin(); block.isValid() && made.links.size() < mostLinks; block = block.next()) {
        const auto line = block.text();
        for (const auto &mention : codeMentions(line)) {
            const auto position = block.position() + static_cast<int>(mention.offset);
            made.links.push_back({.position = position,
                .length = static_cast<int>(mention.length),
                .path = mention.path,
                .line = mention.line});
            cursor.setPosition(position);
            cursor.setPosition(position + static_cast<int>(mention.length), QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(format);
        }
    }
}

void fillWithRows(TurnDocument &made, const TurnBlock &block, const TurnLook &look)
{
    const auto shown = ansiText(block.text);
    made.document->setPlainText(shown.text);
    QTextCursor cursor(made.document.get());
    cursor.beginEditBlock();
    addColors(cursor, shown.spans, look.palette.color(QPalette::Text), fillOf(block.kind, look));
    if (block.kind == TurnBlock::Kind::Output || block.kind == TurnBlock::Kind::Error)
        addLinks(made, cursor, look);
    cursor.endEditBlock();
}

} // namespace

TurnDocument documentOf(const TurnBlock &block, const TurnLook &look, int width)
{
    TurnDocument made{.document = std::make_unique<QuietDocument>()};
    auto &document = *made.document;
    document.setUndoRedoEnabled(false);
    document.setDocumentMargin(0);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(4 * QFontMetricsF(look.mono).horizontalAdvance(u' '));
    document.setDefaultTextOption(option);
    const bool isSmall = block.kind == TurnBlock::Kind::Link || block.kind == TurnBlock::Kind::Note;
    document.setDefaultFont(isProse(block.kind) || block.kind == TurnBlock::Kind::Edit ? look.body
            : isSmall                                                                  ? look.small
                                                                                       : look.mono);
    made.isMarkdown = isProse(block.kind) && block.text.size() <= longestMarkdown;
    if (made.isMarkdown)
        fillWithMarkdown(document, block.text, look.mono);
    else if (block.kind == TurnBlock::Kind::Edit)
        document.setPlainText(block.effect.isEmpty() ? withoutAnsi(block.text)
                                                     : QString(withoutAnsi(block.text) % u"   " % block.effect));
    else
        fillWithRows(made, block, look);
    document.setTextWidth(width);
    return made;
}

} // namespace Decayscope
