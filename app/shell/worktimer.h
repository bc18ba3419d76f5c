// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <chrono>

namespace Decayscope {

/// Counts the time somebody works, by their keys and mouse in the program: a pause longer than idleAfter counts as
/// idleAfter, and time in other programs does not count.
class WorkTimer final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds idleAfter{60};

    explicit WorkTimer(QObject *parent = nullptr);

    void start(); ///< From nothing.
    /// Milliseconds worked since start() or the last take(); 0 while it is stopped.
    [[nodiscard]] qint64 take();
    void stop();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void count();

    QElapsedTimer m_sinceLast;
    qint64 m_worked = 0;
    bool m_isRunning = false;
    bool m_isAway = false;
};

} // namespace Decayscope
