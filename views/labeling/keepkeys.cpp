// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keepkeys.h"

#include <QKeyEvent>

#include <algorithm>

namespace Decayscope {

namespace {

class KeyKeeper final : public QObject
{
public:
    KeyKeeper(QWidget *widget, const QList<Qt::Key> &keys, KeyReach reach)
        : QObject(widget)
        , m_keys(keys)
        , m_reach(reach)
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return false;
        const auto &key = static_cast<const QKeyEvent &>(*event);
        const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if ((m_reach == KeyReach::Plain && !isPlain) || !m_keys.contains(static_cast<Qt::Key>(key.key())))
            return false;
        event->accept();
        return true;
    }

private:
    QList<Qt::Key> m_keys;
    KeyReach m_reach;
};

} // namespace

void keepKeys(QWidget *widget, const QList<Qt::Key> &keys, KeyReach reach)
{
    new KeyKeeper(widget, keys, reach);
}

bool isOneOf(const QEvent &event, std::initializer_list<Qt::Key> keys)
{
    return event.type() == QEvent::KeyPress
        && std::ranges::find(keys, static_cast<const QKeyEvent &>(event).key()) != keys.end();
}

} // namespace Decayscope
