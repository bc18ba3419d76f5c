// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace Decayscope {

/// The line that asks for the number of a turn.
class GoToBar final : public QWidget
{
    Q_OBJECT

public:
    explicit GoToBar(QWidget *parent = nullptr);

    /// Shows the bar for a run with so many turns.
    void open(int turns);

signals:
    void turnRequested(int turn); ///< Counted from 0.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void go();

    QLineEdit *m_number;
    QLabel *m_hint;
    int m_turns = 0;
};

} // namespace Decayscope
