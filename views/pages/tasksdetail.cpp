// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tasksdetail.h"

#include "taskfield.h"
#include "tasksprompt.h"

#include <runview/diffview.h>
#include <widgets/badge.h>
#include <widgets/filterwords.h>
#include <widgets/flowlayout.h>
#include <widgets/quietlabel.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

constexpr int promptMode = 0;
constexpr int compareMode = 1;

qsizetype wordsIn(const QString &text)
{
    qsizetype words = 0;
    bool isInside = false;
    for (const auto c : text) {
        const bool isSpace = c.isSpace();
        words += !isSpace && !isInside ? 1 : 0;
        isInside = !isSpace;
    }
    return words;
}

QString fileTitle(const TaskSpec &task)
{
    return QString(task.runtime % u'/' % task.name);
}

} // namespace

TasksDetail::TasksDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(headingLabel({}, this))
    , m_badges(new FlowLayout)
    , m_description(quietLabel(this))
    , m_facts(quietLabel(this))
    , m_origins(new SegmentedSwitch(tr("Text of the task"), {tr("built-in"), tr("imported")}, this))
    , m_modes(new SegmentedSwitch(tr("View of the prompt"), {tr("prompt"), tr("compare")}, this))
    , m_buttons(new QHBoxLayout)
    , m_search(new QLineEdit(this))
    , m_found(quietLabel(this))
    , m_tools(new QStackedWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_prompt(new TasksPrompt(this))
    , m_difference(new DiffView(this))
    , m_other(new TaskField(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_origins->setTips({tr("As the program writes it from the contract"), tr("As it was imported into the study")});
    m_modes->setTips({tr("The prompt of this task"), tr("What differs from the prompt of another task")});
    m_origins->setCurrent(0);
    m_origins->hide();
    m_modes->setCurrent(promptMode);
    m_search->setPlaceholderText(tr("Find in the prompt"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    layOut();
    connectParts();
}

void TasksDetail::layOut()
{
    m_stack->addWidget(m_prompt);
    m_stack->addWidget(m_difference);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stack, 1);
}

QWidget *TasksDetail::makeHead()
{
    auto *head = new QWidget(this);
    auto *first = new QHBoxLayout;
    first->setSpacing(Spacing::wide);
    first->addWidget(m_title, 1);
    first->addWidget(m_origins);
    m_badges->setSpacing(Spacing::tight);
    m_buttons->setSpacing(Spacing::tight);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(Spacing::wide, Spacing::normal + Spacing::tight, Spacing::wide, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(first);
    layout->addLayout(m_badges);
    layout->addWidget(m_description);
    layout->addWidget(m_facts);
    layout->addLayout(m_buttons);
    layout->addWidget(makeTools());
    return head;
}

QWidget *TasksDetail::makeTools()
{
    auto *search = new QWidget(this);
    auto *searching = new QHBoxLayout(search);
    searching->setContentsMargins(0, 0, 0, 0);
    searching->addWidget(m_search, 1);
    searching->addWidget(m_found);
    auto *beside = new QWidget(this);
    auto *comparing = new QHBoxLayout(beside);
    comparing->setContentsMargins(0, 0, 0, 0);
    auto *with = new QLabel(tr("Compare &with"), this);
    with->setBuddy(m_other);
    comparing->addWidget(with);
    comparing->addWidget(m_other, 1);
    m_tools->addWidget(search);
    m_tools->addWidget(beside);
    m_tools->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *tools = new QWidget(this);
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::wide);
    layout->addWidget(m_modes);
    layout->addWidget(m_tools, 1);
    return tools;
}

void TasksDetail::connectParts()
{
    connect(m_origins, &SegmentedSwitch::chosen, this, &TasksDetail::refresh);
    connect(m_modes, &SegmentedSwitch::chosen, this, [this](int mode) { setComparing(mode == compareMode); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(true); });
    connect(m_search, &QLineEdit::textEdited, m_found, &QLabel::clear);
    auto *back = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return), m_search);
    back->setContext(Qt::WidgetShortcut);
    connect(back, &QShortcut::activated, this, [this] { find(false); });
    connect(m_other, &TaskField::taskChosen, this, [this] {
        m_isOtherChosen = m_other->task().has_value();
        if (m_isOtherChosen)
            compare();
    });
}

void TasksDetail::setActions(const QList<QAction *> &actions)
{
    for (auto *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAutoRaise(true);
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch(1);
}

void TasksDetail::setInput(std::shared_ptr<const TasksInput> input)
{
    m_input = std::move(input);
    std::vector<TaskSpec> tasks;
    tasks.reserve(m_input->offered.size());
    for (const auto &offered : m_input->offered)
        tasks.push_back(offered.task);
    m_other->setTasks(tasks);
    refresh();
}

void TasksDetail::show(const TaskSpec &task)
{
    if (task == m_task)
        return;
    m_task = task;
    refresh();
}

bool TasksDetail::isComparing() const
{
    return m_stack->currentWidget() == m_difference;
}

void TasksDetail::setComparing(bool isComparing)
{
    m_modes->setCurrent(isComparing ? compareMode : promptMode);
    m_tools->setCurrentIndex(isComparing ? compareMode : promptMode);
    m_stack->setCurrentIndex(isComparing ? compareMode : promptMode);
    if (isComparing)
        compare();
    emit comparingChanged(isComparing);
}

void TasksDetail::focusSearch()
{
    setComparing(false);
    m_search->setFocus();
    m_search->selectAll();
}

void TasksDetail::focusPrompt()
{
    m_stack->currentWidget()->setFocus();
}

QString TasksDetail::titleText() const
{
    return m_title->text();
}

QStringList TasksDetail::badgeTexts() const
{
    QStringList texts;
    for (int i = 0; i < m_badges->count(); ++i)
        texts << qobject_cast<QLabel *>(m_badges->itemAt(i)->widget())->text();
    return texts;
}

QString TasksDetail::factsText() const
{
    return m_facts->text();
}

TaskOrigin TasksDetail::wantedOrigin() const
{
    return m_origins->current() == 1 ? TaskOrigin::Imported : TaskOrigin::BuiltIn;
}

void TasksDetail::refresh()
{
    const auto *offered = m_input && m_task ? m_input->find(*m_task) : nullptr;
    m_definition = offered ? std::optional(definitionOf(m_input->book, *offered, wantedOrigin())) : std::nullopt;
    m_origins->setVisible(offered && offered->isOfContract && offered->imported);
    m_title->setText(m_definition ? m_definition->task.name : QString());
    setQuietText(*m_description, m_definition ? m_definition->description : QString());
    m_description->setVisible(m_definition && !m_definition->description.isEmpty());
    m_prompt->setPrompt(m_definition ? m_definition->prompt : QString());
    m_found->clear();
    refreshBadges();
    refreshFacts();
    if (isComparing())
        compare();
}

void TasksDetail::refreshBadges()
{
    while (auto *item = m_badges->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_definition)
        return;
    const auto &task = m_definition->task;
    QStringList texts{task.kind == TaskKind::Generation ? levelTitle(task.level()) : kindTitle(task.kind)};
    texts << task.framework;
    for (const auto constraint : task.constraints.toVector())
        texts << constraintTitle(constraint);
    if (task.kind == TaskKind::Generation && task.constraints.isEmpty())
        texts << tr("no constraint");
    for (const auto &text : std::as_const(texts)) {
        auto *badge = new Badge({}, this);
        badge->setTextFormat(Qt::PlainText); // Names of imported tasks may hold anything.
        badge->setText(text);
        m_badges->addWidget(badge);
    }
}

void TasksDetail::refreshFacts()
{
    if (!m_definition)
        return setQuietText(*m_facts, {});
    const auto words = wordsIn(m_definition->prompt);
    const bool isBuiltIn = m_definition->origin == u"built-in";
    QStringList lines{
        isBuiltIn ? tr("Written by the program from its contract") : tr("Imported from %1").arg(m_definition->origin)};
    lines[0] += QString(u" · " % tr("%1 words").arg(QLocale().toString(words)));
    lines << tr("SHA-256 %1").arg(promptHash(m_definition->prompt));
    if (!m_definition->repository.isEmpty())
        lines << tr("%1 at %2").arg(m_definition->repository, m_definition->commit);
    setQuietText(*m_facts, lines.join(u'\n'));
}

/// Unless the user chose another task, with the one that lacks this one's last constraint.
void TasksDetail::compare()
{
    if (!m_definition)
        return;
    if (!m_isOtherChosen)
        m_other->setTask(siblingOf(m_definition->task));
    const auto *other = m_other->task() ? m_input->find(*m_other->task()) : nullptr;
    const auto otherText = other ? definitionOf(m_input->book, *other, wantedOrigin()).prompt : QString();
    m_difference->setSides({.title = other ? fileTitle(other->task) : tr("nothing"), .text = otherText, .writers = {}},
        {.title = fileTitle(m_definition->task), .text = m_definition->prompt, .writers = {}},
        QStringLiteral("prompt.md"));
}

void TasksDetail::find(bool forward)
{
    const auto words = m_search->text();
    const bool isFound = words.isEmpty() || m_prompt->findWords(words, forward);
    m_found->setText(isFound ? QString() : tr("not found"));
}

/// A task without constraints is compared with the next in its row.
std::optional<TaskSpec> TasksDetail::siblingOf(const TaskSpec &task) const
{
    const auto isSibling = [&](const OfferedTask &one) {
        return one.task != task && one.task.kind == task.kind && one.task.framework == task.framework
            && one.task.contractWord() == task.contractWord();
    };
    auto constraints = task.constraints.toVector();
    while (!constraints.empty()) {
        constraints.pop_back();
        ConstraintSet fewer;
        for (const auto constraint : constraints)
            fewer = fewer.with(constraint);
        const auto found = std::ranges::find_if(
            m_input->offered, [&](const OfferedTask &one) { return isSibling(one) && one.task.constraints == fewer; });
        if (found != m_input->offered.end())
            return found->task;
    }
    const auto next = std::ranges::find_if(m_input->offered, isSibling);
    return next == m_input->offered.end() ? std::nullopt : std::optional(next->task);
}

} // namespace Decayscope
