// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memofield.h"

#include "keepkeys.h"

#include <widgets/spacing.h>

#include <QKeyEvent>
#include <QTimer>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int restMilliseconds = 1000;
constexpr int fewestLines = 2;
constexpr int mostLines = 6;

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
    // Wrapped lines are counted as they are laid out.
    connect(this, &QPlainTextEdit::updateRequest, this, [this] {
        if (const int lines = document()->lineCount(); lines != m_lines) {
            m_lines = lines;
            updateGeometry();
        }
    });
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
    setPlainText(memo);
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

QSize MemoField::sizeHint() const
{
    const int lines = std::clamp(m_lines, fewestLines, mostLines);
    return {120, lines * fontMetrics().lineSpacing() + 2 * Spacing::normal + 2 * frameWidth()};
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
