// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/task.h>

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QStandardItemModel;

namespace Decayscope {

/// A task chosen by typing parts of its name, framework, constraints or level; its level stands beside it.
class TaskField final : public QWidget
{
    Q_OBJECT

public:
    explicit TaskField(QWidget *parent = nullptr);

    void setTasks(const std::vector<TaskSpec> &tasks);
    void setTask(const std::optional<TaskSpec> &task); ///< Emits nothing.
    [[nodiscard]] const std::optional<TaskSpec> &task() const { return m_task; }
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QStringList offered() const;

signals:
    void taskChosen();

private:
    void offer(const QString &words);
    void choose(const QString &name);
    void settle();
    void refreshLevel();

    std::vector<TaskSpec> m_tasks;
    std::optional<TaskSpec> m_task;
    QStandardItemModel *m_offers;
    QLineEdit *m_edit;
    QLabel *m_level;
};

/// "flask · Clean Architecture · PostgreSQL", "flask · no constraint"; "flask · shelf · SQLite" where the contract is
/// not the study's; the name of tasks that are not generation tasks.
[[nodiscard]] QString variantTitle(const TaskSpec &task);

} // namespace Decayscope
