// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inlinefield.h"

#include <QKeyEvent>

#include <algorithm>

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

bool InlineField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOneOf(*event, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape})) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
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

bool isOneOf(const QEvent &event, std::initializer_list<Qt::Key> keys)
{
    return (event.type() == QEvent::KeyPress || event.type() == QEvent::ShortcutOverride)
        && std::ranges::find(keys, static_cast<const QKeyEvent &>(event).key()) != keys.end();
}

} // namespace Decayscope
