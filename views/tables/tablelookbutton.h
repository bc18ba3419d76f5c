// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/tablelook.h>

#include <QToolButton>

class QAction;

namespace Decayscope {

/// A menu with the forms in which tables are shown and written.
class TableLookButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit TableLookButton(QWidget *parent = nullptr);

    [[nodiscard]] const TableLook &look() const { return m_look; }
    void setLook(const TableLook &look); ///< Emits nothing.

signals:
    void lookChosen(const TableLook &look);

private:
    void addIntervals(QMenu &menu);
    void addSwitches(QMenu &menu);
    void change(const TableLook &look);
    void check(const TableLook &look);

    TableLook m_look;
    std::vector<std::pair<IntervalForm, QAction *>> m_intervals;
    std::vector<std::pair<bool TableLook::*, QAction *>> m_switches;
};

} // namespace Decayscope
