// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskspage.h"

#include "tasksdetail.h"
#include "tasksmatrix.h"
#include "tasksprompt.h"

#include <labeling/plaintable.h>
#include <widgets/filterwords.h>
#include <widgets/messagebar.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

constexpr int leftWidth = 620;
constexpr int rightWidth = 600;
constexpr qsizetype mostProblems = 3;

} // namespace

TasksPage::TasksPage(QWidget *parent)
    : QWidget(parent)
    , m_problems(new MessageBar(this))
    , m_heading(headingLabel({}, this))
    , m_contracts(new QComboBox(this))
    , m_about(quietLabel(this))
    , m_matrix(new TasksMatrix(this))
    , m_othersHeading(headingLabel(tr("Feature tasks and others"), this))
    , m_others(new PlainTable(tr("Feature tasks and others"), this))
    , m_othersHint(quietLabel(this))
    , m_detail(new TasksDetail(this))
    , m_sides(new QSplitter(Qt::Horizontal, this))
    , m_overlay(new StateOverlay(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_contracts->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_contracts->setAccessibleName(tr("Contract"));
    m_contracts->setToolTip(tr("The API whose tasks are shown"));
    setQuietText(*m_othersHint,
        tr("Import the study's task files (File menu, or drop them here) to see its feature tasks, and its own texts "
           "beside the built-in ones."));
    m_others->setWordColumns({0, 1});
    layOut();
    connectParts();
    m_overlay->setState(ViewState::loading(tr("Reading the contracts …")));
}

void TasksPage::layOut()
{
    m_sides->addWidget(makeLeft());
    m_sides->addWidget(m_detail);
    m_sides->setStretchFactor(0, 2);
    m_sides->setStretchFactor(1, 3);
    m_sides->setSizes({leftWidth, rightWidth});
    m_sides->setChildrenCollapsible(false);
    m_sides->setHandleWidth(Spacing::hair);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problems);
    layout->addWidget(m_sides, 1);
}

QWidget *TasksPage::makeLeft()
{
    auto *left = new QWidget(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(Spacing::normal);
    head->addWidget(m_heading, 1);
    head->addWidget(m_contracts);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(Spacing::wide, Spacing::normal + Spacing::tight, Spacing::wide, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(head);
    layout->addWidget(m_about);
    layout->addWidget(m_matrix);
    layout->addSpacing(Spacing::normal);
    layout->addWidget(m_othersHeading);
    layout->addWidget(m_others, 1);
    layout->addWidget(m_othersHint);
    layout->addStretch();
    return left;
}

void TasksPage::connectParts()
{
    connect(m_matrix, &TasksMatrix::taskChosen, this, &TasksPage::take);
    connect(m_matrix, &TasksMatrix::entered, m_detail, &TasksDetail::focusPrompt);
    connect(
        m_others->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
            if (!m_isFilling && current.isValid() && current.row() < std::ssize(m_otherTasks))
                take(m_otherTasks[static_cast<std::size_t>(current.row())]);
        });
    connect(m_others, &PlainTable::rowActivated, m_detail, &TasksDetail::focusPrompt);
    connect(m_contracts, &QComboBox::currentIndexChanged, this, [this] {
        showContract(m_contracts->currentData().toString());
        m_matrix->setCurrentIndex(m_matrix->model()->index(0, 0));
    });
    connect(m_problems, &MessageBar::actionTriggered, this, &TasksPage::contractsFolderRequested);
}

void TasksPage::setInput(std::shared_ptr<const TasksInput> input)
{
    const auto before = m_chosen;
    m_input = std::move(input);
    m_detail->setInput(m_input);
    fillContracts();
    fillOthers();
    showProblems();
    m_overlay->setState(ViewState::ready());
    if (before && m_input->find(*before))
        choose(*before);
    else if (!m_input->offered.empty())
        choose(m_input->offered.front().task);
}

void TasksPage::setCounts(const TaskCounts &counts)
{
    m_counts = counts;
    m_matrix->setCounts(counts);
    if (m_input)
        fillOthers();
}

void TasksPage::setState(const ViewState &state)
{
    m_overlay->setState(state);
}

void TasksPage::choose(const TaskSpec &task)
{
    const auto *offered = m_input ? m_input->find(task) : nullptr;
    if (!offered)
        return;
    if (const auto *contract = offered->isOfContract ? m_input->book.contractOf(task) : nullptr) {
        const QSignalBlocker quiet(m_contracts);
        m_contracts->setCurrentIndex(m_contracts->findData(contract->name));
        showContract(contract->name);
    }
    take(task);
}

const Contract *TasksPage::contract() const
{
    return m_input ? m_input->book.contract(m_contracts->currentData().toString()) : nullptr;
}

QByteArray TasksPage::layoutState() const
{
    return m_sides->saveState();
}

void TasksPage::restoreLayoutState(const QByteArray &state)
{
    m_sides->restoreState(state);
}

void TasksPage::fillContracts()
{
    const QSignalBlocker quiet(m_contracts);
    const auto before = m_contracts->currentData().toString();
    m_contracts->clear();
    for (const auto &contract : m_input->book.contracts())
        m_contracts->addItem(QString(contract.title % u" (" % contract.name % u')'), contract.name);
    m_contracts->setCurrentIndex(std::max(0, m_contracts->findData(before)));
    m_contracts->setVisible(m_contracts->count() > 1);
    showContract(m_contracts->currentData().toString());
}

void TasksPage::showContract(const QString &name)
{
    const auto *contract = m_input ? m_input->book.contract(name) : nullptr;
    m_matrix->setContract(contract);
    m_matrix->setCounts(m_counts);
    m_heading->setText(contract
            ? tr("%1: %n task(s)", nullptr, static_cast<int>(contract->tasks().size())).arg(contract->title)
            : tr("No contract"));
    setQuietText(*m_about, contract ? contract->description : QString());
    m_about->setVisible(contract && !contract->description.isEmpty());
    m_about->setToolTip(contract ? contract->origin.toHtmlEscaped() : QString());
    if (m_chosen)
        m_matrix->choose(*m_chosen);
    emit contractChosen();
}

void TasksPage::fillOthers()
{
    const QScopedValueRollback quiet(m_isFilling, true);
    m_otherTasks.clear();
    bool isImported = false;
    for (const auto &offered : m_input->offered) {
        isImported = isImported || offered.imported;
        if (!offered.isOfContract)
            m_otherTasks.push_back(offered.task);
    }
    m_others->setContent({tr("Task"), tr("Kind"), tr("Runs"), tr("A%")}, otherRows());
    m_othersHint->setVisible(!isImported);
    m_othersHeading->setVisible(!m_otherTasks.empty());
    m_others->setVisible(!m_otherTasks.empty());
}

std::vector<QStringList> TasksPage::otherRows() const
{
    const QLocale locale;
    std::vector<QStringList> rows;
    rows.reserve(m_otherTasks.size());
    for (const auto &task : m_otherTasks) {
        const auto count = m_counts.find(task);
        const bool hasRuns = count != m_counts.end();
        const auto shown = task.kind == TaskKind::Generation ? task.name : QString(task.framework % u" · " % task.name);
        rows.push_back({shown, kindTitle(task.kind), locale.toString(hasRuns ? count->second.runs : 0),
            hasRuns ? locale.toString(count->second.assertions, 'f', 1) : QStringLiteral("–")});
    }
    return rows;
}

void TasksPage::showProblems()
{
    const auto &problems = m_input->book.problems();
    if (problems.isEmpty())
        return m_problems->hide();
    auto text = problems.mid(0, mostProblems).join(u'\n');
    if (problems.size() > mostProblems)
        text += QString(u'\n' % tr("and %n more", nullptr, static_cast<int>(problems.size() - mostProblems)));
    m_problems->showMessage(MessageBar::Kind::Problem, text, tr("Open the folder"));
}

/// Only one of the two lists has something chosen.
void TasksPage::take(const TaskSpec &task)
{
    const bool isNew = m_chosen != task;
    m_chosen = task;
    m_matrix->choose(task);
    const auto other = std::ranges::find(m_otherTasks, task);
    const QScopedValueRollback quiet(m_isFilling, true);
    if (other == m_otherTasks.end())
        m_others->setCurrentIndex({});
    else
        m_others->selectRow(static_cast<int>(other - m_otherTasks.begin()));
    m_detail->show(task);
    if (isNew)
        emit chosenChanged();
}

} // namespace Decayscope
