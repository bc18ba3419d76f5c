// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tasksinput.h"

#include <QElapsedTimer>
#include <QTableView>

namespace Decayscope {

class TasksMatrixModel;

/// The matrix of a contract's tasks. Arrows move through it; typing goes to the framework that begins so.
class TasksMatrix final : public QTableView
{
    Q_OBJECT

public:
    explicit TasksMatrix(QWidget *parent = nullptr);

    void setContract(const Contract *contract);
    void setCounts(const TaskCounts &counts);

    [[nodiscard]] std::optional<TaskSpec> chosen() const;
    /// Emits nothing; a task of another contract takes the choice away.
    void choose(const TaskSpec &task);

    void keyboardSearch(const QString &search) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void taskChosen(const Decayscope::TaskSpec &task);
    void entered(); ///< Enter was pressed: on to the prompt.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitRows();

    TasksMatrixModel *m_model;
    QString m_typed;
    QElapsedTimer m_lastTyped;
};

} // namespace Decayscope
