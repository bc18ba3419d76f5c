// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "worktimer.h"

#include <QEvent>
#include <QGuiApplication>

#include <algorithm>

namespace Decayscope {

WorkTimer::WorkTimer(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        count();
        m_isAway = state != Qt::ApplicationActive;
    });
}

void WorkTimer::start()
{
    m_isRunning = true;
    m_worked = 0;
    m_sinceLast.start();
}

qint64 WorkTimer::take()
{
    count();
    return std::exchange(m_worked, 0);
}

void WorkTimer::stop()
{
    m_isRunning = false;
    m_worked = 0;
}

bool WorkTimer::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        count();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void WorkTimer::count()
{
    if (!m_isRunning)
        return;
    const auto passed = m_sinceLast.restart();
    if (!m_isAway)
        m_worked += std::min<qint64>(passed, std::chrono::milliseconds(idleAfter).count());
}

} // namespace Decayscope
