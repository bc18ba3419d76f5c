// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "comparerows.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace Decayscope {

class CompareModel;
class DiffView;
class SegmentedSwitch;
class StateOverlay;

/// Two to four runs side by side: scores and verdicts, assertions, files, and what differs in a file.
class CompareView final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostRuns = 4;

    explicit CompareView(QWidget *parent = nullptr);

    /// Runs beyond the fourth are left out; fewer than two clear the view.
    void setRuns(ComparedRuns runs);
    void setOnlyDifferences(bool isOnly);
    /// Shows the files and the difference of one.
    void showFile(const QString &path);

    /// What stands above the columns, a line a run.
    [[nodiscard]] QStringList heads() const;
    /// The rows shown, cells separated by " | ".
    [[nodiscard]] QStringList assertionLines() const;
    [[nodiscard]] QStringList fileLines() const;

signals:
    void runRequested(RunId run);

private:
    void layOut();
    void connectParts();
    void fillHeads();
    void fillSides();
    void showDifference();
    [[nodiscard]] QTreeView *matrix(CompareModel *model, QSortFilterProxyModel *proxy, const QString &name);
    [[nodiscard]] QString headOf(int run) const;

    ComparedRuns m_runs;
    std::vector<std::vector<FileAfterPatch>> m_patched;
    QString m_path; ///< Of the file whose difference is shown.
    CompareModel *m_assertionModel;
    CompareModel *m_fileModel;
    QSortFilterProxyModel *m_assertionProxy;
    QSortFilterProxyModel *m_fileProxy;
    QWidget *m_headRow;
    std::vector<QLabel *> m_heads;
    SegmentedSwitch *m_part;
    QCheckBox *m_onlyDifferences;
    QTreeView *m_assertions;
    QTreeView *m_files;
    QComboBox *m_left;
    QComboBox *m_right;
    QLabel *m_note;
    DiffView *m_diff;
    QStackedWidget *m_stack;
    StateOverlay *m_state;
};

} // namespace Decayscope
