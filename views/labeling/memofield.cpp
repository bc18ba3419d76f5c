// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memofield.h"

#include "keepkeys.h"
#include "labelwords.h"

#include <widgets/spacing.h>

#include <QKeyEvent>
#include <QMimeData>
#include <QResizeEvent>
#include <QTextBlock>
#include <QTimer>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int restMilliseconds = 1000;
constexpr int fewestLines = 2;
constexpr int mostLines = 6;
constexpr qsizetype longestMemo = 20'000; // One line of a million characters takes minutes to lay out.

} // namespace

MemoField::MemoField(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_rest(new QTimer(this))
{
    setTabChangesFocus(true);
    keepKeys(this, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape}, KeyReach::Any);
    setAcceptDrops(false); // What is dropped on the panel is evidence.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMilliseconds);
    connect(m_rest, &QTimer::timeout, this, &MemoField::flush);
    connect(this, &QPlainTextEdit::textChanged, m_rest, qOverload<>(&QTimer::start));
    connect(this, &QPlainTextEdit::textChanged, this, &MemoField::updateGeometry);
}

void MemoField::setMemo(const QString &memo)
{
    if (memo == m_stored)
        return;
    const bool isTyping = toPlainText() != m_known;
    m_stored = memo;
    if (!isTyping)
        start(memo);
}

void MemoField::start(const QString &memo)
{
    m_stored = memo;
    m_isTooLong = memo.size() > longestMemo;
    setPlainText(clipped(memo, longestMemo));
    m_known = toPlainText();
    m_rest->stop();
}

void MemoField::flush()
{
    m_rest->stop();
    const auto memo = toPlainText();
    if (memo == m_known)
        return;
    m_known = memo;
    m_stored = memo;
    emit noted(memo);
}

/// As high as its lines, wrapped ones too, within bounds.
QSize MemoField::sizeHint() const
{
    const int line = fontMetrics().lineSpacing();
    double height = 0;
    for (auto block = document()->begin(); block.isValid() && height < mostLines * line; block = block.next())
        height += blockBoundingRect(block).height();
    const int inner = std::clamp(static_cast<int>(height), fewestLines * line, mostLines * line);
    return {120, inner + 2 * Spacing::normal + 2 * frameWidth()};
}

void MemoField::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

/// Of what is pasted only as much as a memo may hold.
void MemoField::insertFromMimeData(const QMimeData *source)
{
    const auto room = longestMemo - document()->characterCount();
    if (source->hasText() && room > 0)
        insertPlainText(source->text().left(room));
}

void MemoField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        flush();
}

void MemoField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        emit left();
    else if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        emit finished();
    else
        QPlainTextEdit::keyPressEvent(event);
}

} // namespace Decayscope
