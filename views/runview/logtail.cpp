// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logtail.h"

#include "ansitext.h"
#include "codetext.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

constexpr int mostLines = 2000;
constexpr qsizetype mostWaiting = qsizetype{256} * 1024; ///< Of what comes between two looks; the middle is dropped.
constexpr qsizetype longestOpenLine = qsizetype{8} * 1024;
constexpr int interval = 100;

/// A line as a terminal leaves it, and nothing in it that a text view would obey.
QString lineOf(QByteArrayView bytes)
{
    return shownLine(withoutAnsi(QString::fromUtf8(bytes)), 2000);
}

} // namespace

LogTail::LogTail(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_follow(new QCheckBox(tr("Follow the end"), this))
{
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMaximumBlockCount(mostLines);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Output of set-up and server"));
    m_text->setPlaceholderText(tr("Nothing was said yet."));
    m_text->setFont(fixedFont(QApplication::font()));
    m_text->document()->setDocumentMargin(Spacing::normal);
    m_follow->setChecked(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    head->addStretch(1);
    head->addWidget(m_follow);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    connect(m_follow, &QCheckBox::toggled, this, &LogTail::setFollowing);
    // Scrolling up stops following, scrolling to the end follows again.
    connect(m_text->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        const auto *bar = m_text->verticalScrollBar();
        setFollowing(bar->sliderPosition() >= bar->maximum());
    });
}

void LogTail::clear()
{
    if (m_timer != 0)
        killTimer(m_timer);
    m_timer = 0;
    m_waiting.clear();
    m_open.clear();
    m_isLineOpen = false;
    m_text->clear();
}

void LogTail::append(const QByteArray &output)
{
    if (output.isEmpty())
        return;
    m_waiting += output;
    if (m_waiting.size() > mostWaiting)
        m_waiting = m_waiting.last(mostWaiting / 2);
    if (m_timer == 0)
        m_timer = startTimer(interval);
}

void LogTail::setFollowing(bool following)
{
    m_follow->setChecked(following);
    if (following)
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

bool LogTail::isFollowing() const
{
    return m_follow->isChecked();
}

QString LogTail::text() const
{
    return m_text->toPlainText();
}

void LogTail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        m_text->setFont(fixedFont(QApplication::font()));
}

void LogTail::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer)
        return;
    killTimer(m_timer);
    m_timer = 0;
    flush();
}

/// The last line shown is taken back if it goes on.
void LogTail::flush()
{
    auto parts = QByteArray(m_open + std::exchange(m_waiting, {})).split('\n');
    if (m_isLineOpen) {
        QTextCursor end(m_text->document()->lastBlock());
        end.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        end.removeSelectedText();
    }
    m_open = parts.takeLast();
    QStringList lines;
    lines.reserve(parts.size() + 1);
    for (const auto &part : std::as_const(parts).mid(std::max<qsizetype>(0, parts.size() - mostLines)))
        lines << lineOf(part);
    lines << lineOf(m_open);
    if (m_open.size() > longestOpenLine)
        m_open = m_open.last(longestOpenLine);
    QTextCursor end(m_text->document());
    end.movePosition(QTextCursor::End);
    end.insertText(lines.join(u'\n'));
    m_isLineOpen = true;
    if (isFollowing())
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

} // namespace Decayscope
