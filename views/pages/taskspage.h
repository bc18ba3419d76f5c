// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tasksinput.h"

#include <widgets/stateoverlay.h>

#include <QWidget>

class QComboBox;
class QLabel;
class QSplitter;

namespace Decayscope {

class MessageBar;
class PlainTable;
class TasksDetail;
class TasksMatrix;

/// The tasks there are: the matrix of each contract, the tasks that were imported, and the one that is chosen.
class TasksPage final : public QWidget
{
    Q_OBJECT

public:
    explicit TasksPage(QWidget *parent = nullptr);

    void setInput(std::shared_ptr<const TasksInput> input); ///< Keeps what is chosen where it is still there.
    void setCounts(const TaskCounts &counts);
    void setState(const ViewState &state);

    [[nodiscard]] const std::optional<TaskSpec> &chosen() const { return m_chosen; }
    void choose(const TaskSpec &task); ///< One of the input's; others change nothing.
    [[nodiscard]] const Contract *contract() const; ///< Whose matrix is in view; null for none.

    [[nodiscard]] TasksMatrix *matrix() const { return m_matrix; }
    [[nodiscard]] PlainTable *others() const { return m_others; }
    [[nodiscard]] TasksDetail *detail() const { return m_detail; }
    [[nodiscard]] QComboBox *contracts() const { return m_contracts; }
    [[nodiscard]] MessageBar *problems() const { return m_problems; }

    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

signals:
    void chosenChanged();
    void contractChosen(); ///< Its matrix is in view now.
    void contractsFolderRequested();

private:
    void layOut();
    [[nodiscard]] QWidget *makeLeft();
    void connectParts();
    void fillContracts();
    void fillOthers();
    void showContract(const QString &name);
    void showProblems();
    void take(const TaskSpec &task);
    [[nodiscard]] std::vector<QStringList> otherRows() const;

    std::shared_ptr<const TasksInput> m_input;
    TaskCounts m_counts;
    std::optional<TaskSpec> m_chosen;
    std::vector<TaskSpec> m_otherTasks; ///< In the order of the list.
    bool m_isFilling = false; ///< What becomes current is no choice of the user.
    MessageBar *m_problems;
    QLabel *m_heading;
    QComboBox *m_contracts;
    QLabel *m_about;
    TasksMatrix *m_matrix;
    QLabel *m_othersHeading;
    PlainTable *m_others;
    QLabel *m_othersHint;
    TasksDetail *m_detail;
    QSplitter *m_sides;
    StateOverlay *m_overlay;
};

} // namespace Decayscope
