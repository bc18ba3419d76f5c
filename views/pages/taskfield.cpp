// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskfield.h"

#include <widgets/badge.h>
#include <widgets/filterwords.h>
#include <widgets/spacing.h>

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStandardItemModel>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int nameRole = Qt::UserRole;

bool fits(const TaskSpec &task, const QStringList &words)
{
    const QString text = levelTitle(task.level()) % u' ' % variantTitle(task) % u' ' % task.name % u' ' % task.runtime;
    return std::ranges::all_of(
        words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QString variantTitle(const TaskSpec &task)
{
    if (task.kind != TaskKind::Generation)
        return QString(task.framework % u" · " % task.name);
    QStringList words{task.framework};
    if (const auto word = task.contractWord(); word != studyContractWord)
        words << word;
    for (const auto constraint : task.constraints.toVector())
        words << constraintTitle(constraint);
    if (task.constraints.isEmpty())
        words << TaskField::tr("no constraint");
    return words.join(u" · ");
}

TaskField::TaskField(QWidget *parent)
    : QWidget(parent)
    , m_offers(new QStandardItemModel(this))
    , m_edit(new QLineEdit(this))
    , m_level(new Badge({}, this))
{
    auto *completer = new QCompleter(m_offers, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setMaxVisibleItems(12);
    completer->popup()->setAccessibleName(tr("Tasks that fit"));
    m_edit->setCompleter(completer);
    m_edit->setPlaceholderText(tr("Framework, constraints or level"));
    m_edit->setAccessibleName(tr("Task"));
    m_edit->setClearButtonEnabled(true);
    setFocusProxy(m_edit);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_level);
    connect(m_edit, &QLineEdit::textEdited, this, &TaskField::offer);
    connect(m_edit, &QLineEdit::editingFinished, this, &TaskField::settle);
    connect(
        completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) { choose(index.data(nameRole).toString()); }, Qt::QueuedConnection);
    refreshLevel();
}

void TaskField::setTasks(const std::vector<TaskSpec> &tasks)
{
    m_tasks = tasks;
}

void TaskField::setTask(const std::optional<TaskSpec> &task)
{
    m_task = task;
    m_edit->setText(task ? variantTitle(*task) : QString());
    m_edit->setToolTip(task ? task->name : QString());
    m_edit->setCursorPosition(0);
    refreshLevel();
}

QStringList TaskField::offered() const
{
    QStringList texts;
    for (int row = 0; row < m_offers->rowCount(); ++row)
        texts << m_offers->item(row)->text();
    return texts;
}

void TaskField::offer(const QString &words)
{
    m_offers->clear();
    const auto wanted = words.split(u' ', Qt::SkipEmptyParts);
    for (const auto &task : m_tasks) {
        if (!fits(task, wanted))
            continue;
        auto *item = new QStandardItem(QString(levelTitle(task.level()) % u"   " % variantTitle(task)));
        item->setData(task.name, nameRole);
        item->setToolTip(task.name);
        m_offers->appendRow(item);
    }
    if (m_task) {
        m_task.reset();
        refreshLevel();
        emit taskChosen();
    }
}

void TaskField::choose(const QString &name)
{
    const auto found = std::ranges::find(m_tasks, name, &TaskSpec::name);
    if (found == m_tasks.end())
        return;
    setTask(*found);
    emit taskChosen();
}

/// What was typed is a task's name, or can mean one task alone.
void TaskField::settle()
{
    const auto typed = m_edit->text().trimmed();
    if (m_task || typed.isEmpty())
        return;
    const auto words = typed.split(u' ', Qt::SkipEmptyParts);
    std::vector<QString> fitting;
    for (const auto &task : m_tasks) {
        if (task.name == typed || variantTitle(task) == typed)
            return choose(task.name);
        if (fits(task, words))
            fitting.push_back(task.name);
    }
    if (fitting.size() == 1)
        choose(fitting.front());
}

void TaskField::refreshLevel()
{
    m_level->setVisible(m_task && m_task->kind == TaskKind::Generation);
    if (m_task)
        m_level->setText(levelTitle(m_task->level()));
}

} // namespace Decayscope
