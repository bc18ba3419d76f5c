// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluationdraft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace Decayscope {

class PathField;
class SegmentedSwitch;
class SuggestField;
class TaskField;

/// What is to be evaluated: the code, its task, who made it, and what its set-up may reach.
class EvaluationForm final : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluationForm(QWidget *parent = nullptr);

    void setOffers(const EvaluationOffers &offers);
    void setRecent(const QStringList &paths);
    void setDraft(const EvaluationDraft &draft); ///< Emits nothing.
    [[nodiscard]] EvaluationDraft draft() const;

    void setTrial(const QString &words); ///< What the run will be called.
    /// Why nothing can be added, or what is wrong with the draft; empty: nothing.
    void setProblem(const QString &sentence);
    void setAddable(bool addable);
    [[nodiscard]] QString problem() const;

    void request(); ///< As its button does.
    void focusCode();
    void focusTask();

    [[nodiscard]] TaskField *task() const { return m_task; }
    [[nodiscard]] QPushButton *addButton() const { return m_add; }

signals:
    void codeChanged(); ///< By the user; comes before draftChanged().
    void draftChanged(); ///< By the user.
    void addRequested(const Decayscope::EvaluationDraft &draft);
    void pathsDropped(const QStringList &paths);
    void folderRequested(); ///< To be browsed for, as the others.
    void patchRequested();
    void baseRequested();
    void taskPatchRequested();
    void runtimesRequested();

private:
    void layOut();
    void layOutTask(QVBoxLayout &layout);
    void layOutRun(QVBoxLayout &layout);
    void connectParts();
    void refreshKind();
    void refreshNetwork();
    [[nodiscard]] bool isFeature() const;
    [[nodiscard]] TaskSpec chosenTask() const;

    PathField *m_code;
    SegmentedSwitch *m_kind;
    TaskField *m_task;
    QWidget *m_feature;
    SuggestField *m_featureTask;
    SuggestField *m_featureRuntime;
    PathField *m_base;
    PathField *m_taskPatch;
    SuggestField *m_scaffold;
    SuggestField *m_model;
    QLabel *m_trial;
    QComboBox *m_network;
    QLabel *m_networkWords;
    QCheckBox *m_deep;
    QPushButton *m_add;
    QToolButton *m_runtimes;
    QLabel *m_problem;
};

} // namespace Decayscope
