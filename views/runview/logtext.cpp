// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logtext.h"

#include "ansitext.h"
#include "textrows.h"

#include <widgets/tones.h>

#include <QApplication>
#include <QKeyEvent>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

/// What a text document would take for the end of a paragraph, replaced by one character each.
QString withoutParagraphs(QString text)
{
    for (const auto unit : {u'\u2028', u'\u2029', u'\ufdd0', u'\ufdd1'})
        text.replace(QChar(unit), QChar(QChar::ReplacementCharacter));
    return text;
}

/// Formats of one row; `span` moves on with the rows.
QList<QTextLayout::FormatRange> formatsOf(
    const std::vector<AnsiSpan> &spans, size_t &span, qsizetype start, qsizetype length, const QPalette &palette)
{
    QList<QTextLayout::FormatRange> formats;
    while (span < spans.size() && spans[span].offset + spans[span].length <= start)
        ++span;
    for (auto i = span; i < spans.size() && spans[i].offset < start + length; ++i) {
        const auto from = std::max(spans[i].offset, start);
        const auto to = std::min(spans[i].offset + spans[i].length, start + length);
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(from - start);
        range.length = static_cast<int>(to - from);
        range.format = ansiFormat(spans[i].style, palette.color(QPalette::Text), palette.color(QPalette::Base));
        formats.append(range);
    }
    return formats;
}

QTextLayout::FormatRange linkFormat(const CodeMention &mention, const QPalette &palette)
{
    QTextLayout::FormatRange range;
    range.start = static_cast<int>(mention.offset);
    range.length = static_cast<int>(mention.length);
    range.format.setForeground(palette.color(QPalette::Link));
    range.format.setFontUnderline(true);
    return range;
}

} // namespace

LogText::LogText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Log"));
    viewport()->setMouseTracking(true);
    setWrapped(false);
    restyle();
}

void LogText::setLog(const QString &log)
{
    m_log = log;
    fill();
}

void LogText::setWrapped(bool isWrapped)
{
    setLineWrapMode(isWrapped ? WidgetWidth : NoWrap);
}

bool LogText::findWords(const QString &words, bool forward)
{
    return find(words, forward ? QTextDocument::FindFlags() : QTextDocument::FindFlags(QTextDocument::FindBackward));
}

void LogText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        restyle();
    if (event->type() == QEvent::PaletteChange && !m_log.isEmpty())
        fill();
}

void LogText::keyPressEvent(QKeyEvent *event)
{
    const auto isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (const auto *link = isEnter ? linkAt(textCursor().selectionStart()) : nullptr)
        emit codeRequested(link->mention.path, link->mention.line);
    else
        QPlainTextEdit::keyPressEvent(event);
}

void LogText::mouseMoveEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    viewport()->setCursor(linkUnder(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void LogText::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || textCursor().hasSelection())
        return;
    if (const auto *link = linkUnder(event->position().toPoint()))
        emit codeRequested(link->mention.path, link->mention.line);
}

/// Tab goes from link to link, and out of the log behind the last one.
bool LogText::focusNextPrevChild(bool next)
{
    const auto cursor = textCursor();
    const Link *target = nullptr;
    if (next) {
        const auto found = std::ranges::upper_bound(
            m_links, cursor.hasSelection() ? cursor.selectionStart() : cursor.position() - 1, {}, &Link::position);
        target = found == m_links.end() ? nullptr : &*found;
    } else {
        const auto found = std::ranges::lower_bound(m_links, cursor.selectionStart(), {}, &Link::position);
        target = found == m_links.begin() ? nullptr : &*std::prev(found);
    }
    if (!target)
        return QPlainTextEdit::focusNextPrevChild(next);
    auto at = cursor;
    at.setPosition(target->position);
    at.setPosition(target->position + static_cast<int>(target->mention.length), QTextCursor::KeepAnchor);
    setTextCursor(at);
    ensureCursorVisible();
    return true;
}

/// One block a row, so that no line is too long to be laid out.
void LogText::fill()
{
    const auto ansi = ansiText(m_log);
    const auto text = withoutParagraphs(ansi.text);
    QStringList rows;
    std::vector<qsizetype> starts;
    for (qsizetype at = 0; at < text.size();) {
        const auto row = rowAt(text, at);
        rows.append(row.text.toString());
        starts.push_back(at);
        at = row.next;
    }
    setPlainText(rows.join(u'\n'));
    m_links.clear();
    size_t span = 0;
    auto block = document()->firstBlock();
    for (qsizetype i = 0; i < rows.size() && block.isValid(); ++i, block = block.next()) {
        auto formats = formatsOf(ansi.spans, span, starts[static_cast<size_t>(i)], rows[i].size(), palette());
        for (auto &mention : codeMentions(rows[i])) {
            formats.append(linkFormat(mention, palette()));
            m_links.push_back({block.position() + static_cast<int>(mention.offset), std::move(mention)});
        }
        if (!formats.isEmpty())
            block.layout()->setFormats(formats);
    }
    document()->markContentsDirty(0, document()->characterCount());
}

void LogText::restyle()
{
    setFont(fixedFont(QApplication::font()));
}

const LogText::Link *LogText::linkAt(int position) const
{
    const auto after = std::ranges::upper_bound(m_links, position, {}, &Link::position);
    if (after == m_links.begin())
        return nullptr;
    const auto &link = *std::prev(after);
    return position < link.position + static_cast<int>(link.mention.length) ? &link : nullptr;
}

const LogText::Link *LogText::linkUnder(QPoint place) const
{
    const auto cursor = cursorForPosition(place);
    const auto *link = linkAt(cursor.position());
    return link && cursorRect(cursor).adjusted(-12, 0, 12, 0).contains(place) ? link : nullptr;
}

} // namespace Decayscope
