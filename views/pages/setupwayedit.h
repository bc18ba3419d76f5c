// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runtimerecipe.h>

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Decayscope {

class LinesEdit;

/// One way of setting a project up, to be changed.
class SetUpWayEdit final : public QWidget
{
    Q_OBJECT

public:
    explicit SetUpWayEdit(QWidget *parent);

    void setWay(const SetUpWay &way); ///< Emits nothing.
    [[nodiscard]] SetUpWay way() const;
    void setFault(const QString &sentence); ///< Empty: nothing is wrong.
    void setPlace(int row, int rows); ///< Which one of how many, counted from 0.
    void focusName();
    void focusMove(int by); ///< The button that moves so, or the name where there is no further place.

signals:
    void edited();
    void moveRequested(int by);
    void removeRequested();

private:
    QLineEdit *m_name;
    QLineEdit *m_needs;
    QCheckBox *m_network;
    LinesEdit *m_commands;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_remove;
    QLabel *m_fault;
};

} // namespace Decayscope
