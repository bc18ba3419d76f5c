// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/studysnapshot.h>

#include <QTableView>

class QMenu;

namespace Decayscope {

class RawSortProxy;
class RunDisplayProxy;
class RunTableModel;

/// The virtual table of runs: sortable, with movable columns of which each can be hidden.
class RunTableView final : public QTableView
{
    Q_OBJECT

public:
    explicit RunTableView(QWidget *parent = nullptr);

    /// Keeps sorting, widths and, where their runs are still there, the selection.
    void setRuns(std::vector<Run> runs, const std::vector<ConfigurationStyle> &styles);

    /// Of the selected rows, in the order shown.
    [[nodiscard]] std::vector<Run> selectedRuns() const;

    /// All runs, in the order shown.
    [[nodiscard]] std::vector<RunId> shownRuns() const;

    /// Actions that show and hide columns; made anew each time.
    void fillColumnMenu(QMenu &menu);

    void copySelection() const;

    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);

signals:
    void menuRequested(QPoint globalPosition);
    void selectedRunsChanged();
    void runActivated(Decayscope::RunId run); ///< By double-click or Enter.

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void fitRows();
    void showFirstColumns();
    void activate(const QModelIndex &index);
    [[nodiscard]] const Run &runAt(int row) const;

    RunTableModel *m_model;
    RawSortProxy *m_sorted;
    RunDisplayProxy *m_display;
};

} // namespace Decayscope
