// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linesedit.h"

#include <widgets/tones.h>

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QTextDocument>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int fewestLines = 2;
constexpr int mostLines = 16; ///< Beyond, it scrolls.

} // namespace

LinesEdit::LinesEdit(const QString &name, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(name);
    setTabChangesFocus(true);
    setFont(fixedFont(QApplication::font()));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto *layout = document()->documentLayout();
    connect(layout, &QAbstractTextDocumentLayout::documentSizeChanged, this, &LinesEdit::followLines);
    followLines();
}

void LinesEdit::setLines(const QStringList &lines)
{
    setPlainText(lines.join(u'\n'));
}

QStringList LinesEdit::lines() const
{
    QStringList kept;
    const auto all = toPlainText().split(u'\n');
    for (const auto &line : all) {
        if (!line.trimmed().isEmpty())
            kept.append(line);
    }
    return kept;
}

void LinesEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    followLines();
}

void LinesEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        followLines();
}

/// The height of a plain text document is a number of lines as they are wrapped.
void LinesEdit::followLines()
{
    const int all = static_cast<int>(document()->size().height());
    const int shown = std::clamp(all, fewestLines, mostLines);
    setVerticalScrollBarPolicy(all > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const auto around = static_cast<int>(2 * document()->documentMargin()) + 2 * frameWidth() + 2;
    setFixedHeight(shown * fontMetrics().lineSpacing() + around);
}

} // namespace Decayscope
