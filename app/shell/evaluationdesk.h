// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluationbench.h"

#include <contracts/contractbook.h>

#include <QFuture>

#include <map>

namespace Decayscope {

class CommandSet;
class EvaluatePage;
class Settings;
class StudyController;

/// What is done on the Evaluate page: names runs, hands them to the bench, shows how far they are, and stores what
/// comes of them in the study they were asked for in.
class EvaluationDesk final : public QObject
{
    Q_OBJECT

public:
    EvaluationDesk(
        StudyController &study, EvaluatePage &page, CommandSet &commands, Settings &settings, QObject *parent);
    ~EvaluationDesk() override;

    /// What evaluates; nothing can be added before. Whatever another one had is gone.
    void setBench(std::unique_ptr<EvaluationBench> bench);

    void takeStudy();
    void takeChange();
    void setInView(bool inView);
    void saveState();

    /// One path goes into the form; of several those that tell their task go into the queue.
    void takePaths(const QStringList &paths);
    void readContracts(); ///< Anew, as there may be others.
    void setDraft(const EvaluationDraft &draft);

    /// The runtimes of the user's file; recipesRead() or recipesFailed() answers.
    void readRecipes();
    void setRecipe(const RuntimeRecipe &recipe);
    void resetRecipe(const QString &name);

    /// How many are at work or wait.
    [[nodiscard]] int unfinished() const;
    /// Whether the window may close: where evaluations run, only when it is asked a second time.
    [[nodiscard]] bool mayClose();

signals:
    void told(const QString &sentence);
    void problem(const QString &sentence);
    void runRequested(Decayscope::RunId run);
    void workChanged(const QString &words); ///< For the status bar; empty where nothing is at work.
    void folderRequested(); ///< To be browsed for, as the others.
    void patchRequested();
    void baseRequested();
    void taskPatchRequested();
    void runtimesRequested();
    void recipesRead(const std::vector<Decayscope::EditableRecipe> &recipes);
    void recipesFailed(const QString &sentence);

private:
    void connectPage();
    void connectCommands();
    void connectBench();
    void refreshOffers();
    void refreshForm();
    void refreshCommands();
    void refreshWork();
    void add(const EvaluationDraft &draft);
    void guessTask();
    void takeAdded(int number);
    void takeRecipes(const std::vector<EditableRecipe> &recipes);
    void takeRefused(const RunKey &key, const QString &sentence);
    void put(int number);
    void store(int number, const std::shared_ptr<RunBundle> &bundle);
    void remember(const EvaluationDraft &draft);
    [[nodiscard]] EvaluationDraft guessed(const QString &path) const;
    [[nodiscard]] RunKey keyFor(const EvaluationDraft &draft) const;
    [[nodiscard]] QString whyNothing() const; ///< Why nothing can be evaluated now; empty where it can.
    [[nodiscard]] QString whyNoTask() const;
    [[nodiscard]] QString whatIsMissing(const EvaluationDraft &draft) const;
    [[nodiscard]] const QueuedEvaluation *evaluation(int number) const;

    StudyController &m_study;
    EvaluatePage &m_page;
    CommandSet &m_commands;
    Settings &m_settings;
    std::unique_ptr<EvaluationBench> m_bench;
    std::vector<std::pair<RunKey, QString>> m_asked; ///< Keys on their way to the bench, and the study each is for.
    std::map<int, QString> m_studyOf; ///< The study's file an evaluation was asked for in.
    QStringList m_featureRuntimes;
    ContractBook m_contracts = ContractBook::builtIn(); ///< With the user's, once the page was seen.
    std::optional<TaskSpec> m_guessedTask; ///< What the form's task was guessed to be; until the user chooses another.
    bool m_isInView = false;
    bool m_hasLooked = false; ///< For what is missing.
    bool m_mayClose = false; ///< The user was told what would be stopped.
};

} // namespace Decayscope
