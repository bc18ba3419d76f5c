// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tasksprompt.h"

#include <code/linediff.h>
#include <runview/codetext.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int foldMargin = 20; ///< Where the triangles stand.

} // namespace

TasksPrompt::TasksPrompt(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setAccessibleName(tr("Prompt"));
    viewport()->setMouseTracking(true);
    restyle();
}

void TasksPrompt::setPrompt(const QString &prompt)
{
    if (prompt == m_prompt)
        return;
    m_prompt = prompt;
    fill();
}

void TasksPrompt::fill()
{
    QStringList lines;
    for (const auto &line : linesOf(m_prompt))
        lines << shownLine(line);
    m_sections = promptSections(lines);
    m_folded.clear();
    auto text = lines.join(u'\n');
    if (m_prompt.endsWith(u'\n'))
        text += u'\n';
    setPlainText(text);
    document()->setDocumentMargin(foldMargin);
    showHeadings();
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i].startsFolded)
            setFolded(static_cast<int>(i), true);
    }
    moveCursor(QTextCursor::Start);
}

void TasksPrompt::setFolded(int section, bool isFolded)
{
    if (section < 0 || section >= std::ssize(m_sections) || isFolded == this->isFolded(section))
        return;
    const auto &[heading, last, startsFolded] = m_sections[static_cast<std::size_t>(section)];
    if (isFolded)
        m_folded.insert(section);
    else
        m_folded.erase(section);
    const auto first = document()->findBlockByNumber(heading + 1);
    auto block = first;
    for (; block.isValid() && block.blockNumber() <= last; block = block.next()) {
        block.setVisible(!isFolded);
        block.setLineCount(isFolded ? 0 : std::max(1, block.layout()->lineCount()));
    }
    if (!first.isValid())
        return;
    const auto end = block.isValid() ? block.position() : document()->characterCount() - 1;
    document()->markContentsDirty(first.position(), std::max(0, end - first.position()));
    if (auto *layout = qobject_cast<QPlainTextDocumentLayout *>(document()->documentLayout())) {
        layout->requestUpdate();
        emit layout->documentSizeChanged(layout->documentSize());
    }
    if (const auto line = textCursor().blockNumber(); isFolded && line > heading && line <= last)
        setTextCursor(QTextCursor(document()->findBlockByNumber(heading)));
    viewport()->update();
}

bool TasksPrompt::findWords(const QString &words, bool forward)
{
    const auto flags = forward ? QTextDocument::FindFlags() : QTextDocument::FindBackward;
    auto found = document()->find(words, textCursor(), flags);
    if (found.isNull()) {
        QTextCursor end(document());
        end.movePosition(forward ? QTextCursor::Start : QTextCursor::End);
        found = document()->find(words, end, flags);
    }
    if (words.isEmpty() || found.isNull())
        return false;
    setFolded(sectionOfLine(found.blockNumber()), false);
    setTextCursor(found);
    ensureCursorVisible();
    return true;
}

void TasksPrompt::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange)
        restyle();
}

void TasksPrompt::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter)
        toggle(sectionOfLine(textCursor().blockNumber()));
    else
        QPlainTextEdit::keyPressEvent(event);
}

void TasksPrompt::mouseMoveEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    const bool isHeading = headingUnder(event->position().toPoint()) >= 0;
    viewport()->setCursor(isHeading ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void TasksPrompt::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection())
        toggle(headingUnder(event->position().toPoint()));
}

void TasksPrompt::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(mutedText(palette()));
    painter.setFont(font());
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const auto place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > viewport()->height())
            break;
        if (const auto section = headedBy(block); section >= 0 && block.isVisible())
            paintHeading(painter, section, place);
    }
}

/// A triangle before the heading, and after it how much is folded.
void TasksPrompt::paintHeading(QPainter &painter, int section, const QRectF &place)
{
    const auto &[heading, last, startsFolded] = m_sections[static_cast<std::size_t>(section)];
    const QRectF sign(contentOffset().x(), place.top(), foldMargin, fontMetrics().height());
    painter.drawText(sign, Qt::AlignCenter, isFolded(section) ? QStringLiteral("▸") : QStringLiteral("▾"));
    if (!isFolded(section))
        return;
    auto bold = font();
    bold.setBold(true);
    const auto text = document()->findBlockByNumber(heading).text();
    const auto after = foldMargin + QFontMetricsF(bold).horizontalAdvance(text) + 2 * Spacing::normal;
    painter.drawText(sign.translated(after, 0).adjusted(0, 0, viewport()->width(), 0), Qt::AlignLeft | Qt::AlignVCenter,
        tr("… %n line(s), Enter opens", nullptr, last - heading));
}

void TasksPrompt::restyle()
{
    setFont(fixedFont(QApplication::font()));
    showHeadings();
}

/// Headings are strong; nothing else of the text is changed.
void TasksPrompt::showHeadings()
{
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    for (const auto &section : m_sections) {
        QTextCursor cursor(document()->findBlockByNumber(section.heading));
        cursor.select(QTextCursor::LineUnderCursor);
        cursor.mergeCharFormat(strong);
    }
}

void TasksPrompt::toggle(int section)
{
    if (section >= 0)
        setFolded(section, !isFolded(section));
}

int TasksPrompt::sectionOfLine(int line) const
{
    const auto after = std::ranges::upper_bound(m_sections, line, {}, &PromptSection::heading);
    return static_cast<int>(after - m_sections.begin()) - 1;
}

int TasksPrompt::headedBy(const QTextBlock &block) const
{
    const auto section = sectionOfLine(block.blockNumber());
    const bool isHeading = section >= 0 && m_sections[static_cast<std::size_t>(section)].heading == block.blockNumber();
    return isHeading ? section : -1;
}

int TasksPrompt::headingUnder(QPoint place) const
{
    const auto block = cursorForPosition(place).block();
    const bool isInside = blockBoundingGeometry(block).translated(contentOffset()).contains(place);
    return isInside ? headedBy(block) : -1;
}

} // namespace Decayscope
