// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inlinefield.h"

#include "keepkeys.h"

#include <QKeyEvent>

namespace Decayscope {

namespace {

constexpr int longestText = 1000;

} // namespace

InlineField::InlineField(const QString &name, const QString &hint, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(name);
    setPlaceholderText(hint);
    setMaxLength(longestText);
    keepKeys(this, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape}, KeyReach::Any);
    hide();
}

void InlineField::openEmpty()
{
    clear();
    show();
    setFocus(Qt::ShortcutFocusReason);
}

void InlineField::closeEmpty()
{
    clear();
    hide();
}

void InlineField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        closeEmpty();
        emit left();
    } else if (isOneOf(*event, {Qt::Key_Return, Qt::Key_Enter})) {
        if (const auto words = text().trimmed(); !words.isEmpty()) {
            closeEmpty();
            emit taken(words);
        }
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace Decayscope
