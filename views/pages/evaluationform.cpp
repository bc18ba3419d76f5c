// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationform.h"

#include "pathfield.h"
#include "suggestfield.h"
#include "taskfield.h"

#include <labeling/primarybutton.h>
#include <widgets/quietlabel.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr int featureKind = 1; ///< Of the switch.

QLabel *titleLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(buddy);
    return label;
}

QString networkWords(SetUpNetwork network)
{
    switch (network) {
    case SetUpNetwork::Nothing:
        return EvaluationForm::tr("Set-up works with what this system has. Packages that are missing fail it.");
    case SetUpNetwork::Registries:
        return EvaluationForm::tr("Set-up may fetch packages from npm and PyPI, and reach nothing else.");
    case SetUpNetwork::Everything:
        return EvaluationForm::tr("Set-up sees the network of this computer. The server itself never does.");
    }
    return {};
}

} // namespace

EvaluationForm::EvaluationForm(QWidget *parent)
    : QWidget(parent)
    , m_code(new PathField(tr("Code"), tr("Folder or patch"), this))
    , m_kind(new SegmentedSwitch(tr("Kind of task"), {tr("Generation"), tr("Feature")}, this))
    , m_task(new TaskField(this))
    , m_feature(new QWidget(this))
    , m_featureTask(new SuggestField(tr("Feature task"), this))
    , m_featureRuntime(new SuggestField(tr("Runtime"), this))
    , m_base(new PathField(tr("Base repository"), tr("Folder of the repository"), this))
    , m_taskPatch(new PathField(tr("Task patch"), tr("Patch that took the feature away"), this))
    , m_scaffold(new SuggestField(tr("Scaffold"), this))
    , m_model(new SuggestField(tr("Model"), this))
    , m_trial(quietLabel(this))
    , m_network(new QComboBox(this))
    , m_networkWords(quietLabel(this))
    , m_deep(new QCheckBox(tr("Run the second suite beside it"), this))
    , m_add(new PrimaryButton(tr("&Add to queue"), this))
    , m_runtimes(new QToolButton(this))
    , m_problem(quietLabel(this))
{
    m_featureTask->setPlaceholderText(tr("Feature task"));
    m_featureRuntime->setPlaceholderText(tr("Runtime"));
    m_network->addItems({tr("Nothing"), tr("Package registries"), tr("Everything")});
    m_network->setAccessibleName(tr("What set-up may reach"));
    m_deep->setToolTip(
        tr("Where the contract has one, such as conduit-deep. Its results stand beside A%, never inside"));
    m_add->setToolTip(tr("Evaluate this code (Ctrl+Enter)"));
    m_runtimes->setText(tr("Runtimes …"));
    m_runtimes->setToolTip(tr("See and change how projects are set up, started and reached"));
    m_runtimes->setFocusPolicy(Qt::StrongFocus);
    layOut();
    connectParts();
    setDraft({});
    setTrial({});
    setProblem({});
}

void EvaluationForm::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::wide, Spacing::wide, Spacing::wide);
    layout->setSpacing(Spacing::tight);
    auto *menu = new QMenu(this);
    menu->addAction(tr("&Folder …"), this, &EvaluationForm::folderRequested);
    menu->addAction(tr("&Patch …"), this, &EvaluationForm::patchRequested);
    m_code->browseButton()->setMenu(menu);
    m_code->browseButton()->setPopupMode(QToolButton::InstantPopup);
    layout->addWidget(titleLabel(tr("&Code"), m_code, this));
    layout->addWidget(m_code);
    layout->addSpacing(Spacing::normal);
    layOutTask(*layout);
    layout->addSpacing(Spacing::normal);
    layOutRun(*layout);
    layout->addStretch(1);
}

void EvaluationForm::layOutTask(QVBoxLayout &layout)
{
    auto *head = new QHBoxLayout;
    head->addWidget(titleLabel(tr("&Task"), m_task, this), 1);
    head->addWidget(m_kind);
    auto *grid = new QGridLayout(m_feature);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Spacing::normal);
    grid->setVerticalSpacing(Spacing::tight);
    grid->addWidget(m_featureTask, 0, 0);
    grid->addWidget(m_featureRuntime, 0, 1);
    grid->addWidget(titleLabel(tr("&Base repository"), m_base, this), 1, 0, 1, 2);
    grid->addWidget(m_base, 2, 0, 1, 2);
    grid->addWidget(titleLabel(tr("Task &patch"), m_taskPatch, this), 3, 0, 1, 2);
    grid->addWidget(m_taskPatch, 4, 0, 1, 2);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    layout.addLayout(head);
    layout.addWidget(m_task);
    layout.addWidget(m_feature);
}

void EvaluationForm::layOutRun(QVBoxLayout &layout)
{
    auto *configuration = new QGridLayout;
    configuration->setHorizontalSpacing(Spacing::normal);
    configuration->setVerticalSpacing(Spacing::tight);
    configuration->addWidget(titleLabel(tr("&Scaffold"), m_scaffold, this), 0, 0);
    configuration->addWidget(titleLabel(tr("&Model"), m_model, this), 0, 1);
    configuration->addWidget(m_scaffold, 1, 0);
    configuration->addWidget(m_model, 1, 1);
    layout.addLayout(configuration);
    layout.addWidget(m_trial);
    layout.addSpacing(Spacing::normal);
    layout.addWidget(titleLabel(tr("Set-up may &reach"), m_network, this));
    layout.addWidget(m_network);
    layout.addWidget(m_networkWords);
    layout.addSpacing(Spacing::normal);
    layout.addWidget(m_deep);
    layout.addSpacing(Spacing::normal);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(Spacing::normal);
    acts->addWidget(m_add);
    acts->addStretch(1);
    acts->addWidget(m_runtimes);
    layout.addLayout(acts);
    layout.addWidget(m_problem);
}

void EvaluationForm::connectParts()
{
    connect(m_code, &PathField::pathsDropped, this, &EvaluationForm::pathsDropped);
    connect(m_base->browseButton(), &QToolButton::clicked, this, &EvaluationForm::baseRequested);
    connect(m_taskPatch->browseButton(), &QToolButton::clicked, this, &EvaluationForm::taskPatchRequested);
    connect(m_add, &QPushButton::clicked, this, &EvaluationForm::request);
    connect(m_runtimes, &QToolButton::clicked, this, &EvaluationForm::runtimesRequested);
    const auto changed = [this] { emit draftChanged(); };
    connect(m_code, &PathField::pathChanged, this, &EvaluationForm::codeChanged);
    for (auto *field : {m_code, m_base, m_taskPatch})
        connect(field, &PathField::pathChanged, this, changed);
    for (auto *box : {m_featureTask, m_featureRuntime, m_scaffold, m_model})
        connect(box, &SuggestField::changed, this, changed);
    connect(m_task, &TaskField::taskChosen, this, changed);
    connect(m_deep, &QCheckBox::toggled, this, changed);
    connect(m_kind, &SegmentedSwitch::chosen, this, [this] {
        refreshKind();
        emit draftChanged();
    });
    connect(m_network, &QComboBox::currentIndexChanged, this, [this] {
        refreshNetwork();
        emit draftChanged();
    });
}

void EvaluationForm::setOffers(const EvaluationOffers &offers)
{
    m_task->setTasks(offers.tasks);
    m_featureTask->setSuggestions(offers.featureTasks);
    m_featureRuntime->setSuggestions(offers.featureRuntimes);
    m_scaffold->setSuggestions(offers.scaffolds);
    m_model->setSuggestions(offers.models);
}

void EvaluationForm::setRecent(const QStringList &paths)
{
    m_code->setRecent(paths);
}

void EvaluationForm::setDraft(const EvaluationDraft &draft)
{
    const QSignalBlocker quiet(this);
    const bool feature = draft.task.kind == TaskKind::Feature;
    m_code->setPath(draft.code);
    m_kind->setCurrent(feature ? featureKind : 0);
    m_task->setTask(feature || draft.task.name.isEmpty() ? std::nullopt : std::optional(draft.task));
    m_featureTask->setText(feature ? draft.task.name : QString());
    m_featureRuntime->setText(feature ? draft.task.runtime : QString());
    m_base->setPath(draft.base);
    m_taskPatch->setPath(draft.taskPatch);
    m_scaffold->setText(draft.configuration.scaffold);
    m_model->setText(draft.configuration.model);
    m_network->setCurrentIndex(static_cast<int>(draft.network));
    m_deep->setChecked(draft.deepSuite);
    refreshKind();
    refreshNetwork();
}

EvaluationDraft EvaluationForm::draft() const
{
    return {.code = m_code->path(),
        .task = chosenTask(),
        .base = isFeature() ? m_base->path() : QString(),
        .taskPatch = isFeature() ? m_taskPatch->path() : QString(),
        .configuration = {m_scaffold->text().trimmed(), m_model->text().trimmed()},
        .network = static_cast<SetUpNetwork>(m_network->currentIndex()),
        .deepSuite = m_deep->isChecked()};
}

void EvaluationForm::setTrial(const QString &words)
{
    m_trial->setText(words);
    m_trial->setVisible(!words.isEmpty());
}

void EvaluationForm::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_add->setAccessibleDescription(sentence);
}

void EvaluationForm::setAddable(bool addable)
{
    m_add->setEnabled(addable);
}

QString EvaluationForm::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void EvaluationForm::request()
{
    if (m_add->isEnabled())
        emit addRequested(draft());
}

void EvaluationForm::focusCode()
{
    m_code->setFocus();
}

void EvaluationForm::focusTask()
{
    (isFeature() ? static_cast<QWidget *>(m_featureTask) : m_task)->setFocus();
}

void EvaluationForm::refreshKind()
{
    m_task->setVisible(!isFeature());
    m_feature->setVisible(isFeature());
}

void EvaluationForm::refreshNetwork()
{
    m_networkWords->setText(networkWords(static_cast<SetUpNetwork>(m_network->currentIndex())));
}

bool EvaluationForm::isFeature() const
{
    return m_kind->current() == featureKind;
}

TaskSpec EvaluationForm::chosenTask() const
{
    if (!isFeature())
        return m_task->task().value_or(TaskSpec{});
    const auto runtime = m_featureRuntime->text().trimmed();
    return {.kind = TaskKind::Feature,
        .runtime = runtime,
        .framework = runtime,
        .name = m_featureTask->text().trimmed(),
        .constraints = {}};
}

} // namespace Decayscope
