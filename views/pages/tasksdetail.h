// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tasksinput.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace Decayscope {

class DiffView;
class FlowLayout;
class SegmentedSwitch;
class TaskField;
class TasksPrompt;

/// One task: what it asks for, where it comes from, and its prompt as text or beside that of another task.
class TasksDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit TasksDetail(QWidget *parent = nullptr);

    /// The actions that stand as buttons above the prompt.
    void setActions(const QList<QAction *> &actions);
    void setInput(std::shared_ptr<const TasksInput> input);
    void show(const TaskSpec &task); ///< One of the input's; others show nothing.
    using QWidget::show;

    [[nodiscard]] const std::optional<TaskDefinition> &definition() const { return m_definition; }
    [[nodiscard]] bool isComparing() const;
    void setComparing(bool isComparing);
    void focusSearch();
    void focusPrompt();

    [[nodiscard]] QString titleText() const;
    [[nodiscard]] QStringList badgeTexts() const;
    [[nodiscard]] QString factsText() const;
    [[nodiscard]] TasksPrompt *prompt() const { return m_prompt; }
    [[nodiscard]] DiffView *difference() const { return m_difference; }
    [[nodiscard]] TaskField *other() const { return m_other; }
    [[nodiscard]] SegmentedSwitch *origins() const { return m_origins; }

signals:
    void comparingChanged(bool isComparing);

private:
    void layOut();
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeTools();
    void connectParts();
    void refresh();
    void refreshBadges();
    void refreshFacts();
    void compare();
    void find(bool forward);
    [[nodiscard]] std::optional<TaskSpec> siblingOf(const TaskSpec &task) const;
    [[nodiscard]] TaskOrigin wantedOrigin() const;

    std::shared_ptr<const TasksInput> m_input;
    std::optional<TaskSpec> m_task;
    std::optional<TaskDefinition> m_definition;
    bool m_isOtherChosen = false; ///< By the user, and so it stays with other tasks.
    QLabel *m_title;
    FlowLayout *m_badges;
    QLabel *m_description;
    QLabel *m_facts;
    SegmentedSwitch *m_origins;
    SegmentedSwitch *m_modes;
    QHBoxLayout *m_buttons;
    QLineEdit *m_search;
    QLabel *m_found;
    QStackedWidget *m_tools; ///< The search, or the task to compare with.
    QStackedWidget *m_stack;
    TasksPrompt *m_prompt;
    DiffView *m_difference;
    TaskField *m_other;
};

} // namespace Decayscope
