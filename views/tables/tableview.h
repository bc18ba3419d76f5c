// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/tablelook.h>
#include <figures/tablespec.h>

#include <QTableView>

namespace Decayscope {

class RawSortProxy;
class TableDisplayProxy;
class TableSpecModel;

/// Shows a table: sorts by a click on a title, copies the selection as tab-separated text, and asks for the runs behind
/// a cell on double-click or Enter.
class TableView final : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(QWidget *parent = nullptr);

    /// Another table's columns are fitted anew; the same table with other numbers keeps its widths and sorting.
    void setTable(TableSpec table);
    [[nodiscard]] const TableSpec &table() const;

    /// Intervals, bold type and columns as a look says.
    void setLook(const TableLook &look);
    [[nodiscard]] const TableLook &look() const { return m_look; }

    /// A cell as people read it, in the order shown.
    [[nodiscard]] QString cellAt(int row, int column) const;

    void copySelection() const;

signals:
    void cellActivated(const RunFilter &runs, const QString &title);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showColumns();
    void fitRows();
    void activate(const QModelIndex &index);

    TableSpecModel *m_model;
    RawSortProxy *m_sorted;
    TableDisplayProxy *m_display;
    TableLook m_look;
};

} // namespace Decayscope
