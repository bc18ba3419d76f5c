// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latestjob.h"
#include "place.h"

#include <domain/importreport.h>
#include <pages/tasksinput.h>

#include <QObject>
#include <QThreadPool>

namespace Decayscope {

class CommandSet;
class StudyController;
class TasksPage;

/// What is done on the Tasks page: reads contracts and imported tasks, counts their runs, copies and writes prompts,
/// and adds contracts.
class TasksDesk final : public QObject
{
    Q_OBJECT

public:
    TasksDesk(StudyController &study, TasksPage &page, CommandSet &commands, QObject *parent);
    ~TasksDesk() override;

    void takeStudy(); ///< Another study is open: its tasks are read when they are looked at.
    void takeImport(const ImportReport &report);
    void show(const Place &place, ScoreChoice score); ///< Other pages than this one cost nothing.
    [[nodiscard]] bool isBusy() const
    {
        return m_reading.isRunning() || m_counting.isRunning() || m_writing.isRunning();
    }

    void savePrompt(const QString &path);
    void exportTasks(const QString &folder); ///< Those of the contract in view and what was imported.
    void addContracts(const QStringList &paths);
    void readContracts(); ///< Anew, as files may have changed.

signals:
    void told(const QString &sentence);
    void problem(const QString &sentence);
    void saveRequested(const QString &fileName); ///< Where to is to be asked for.
    void exportRequested();
    void contractRequested();
    void contractsChanged();
    void evaluationRequested(const Decayscope::TaskSpec &task);
    void runsRequested(const Decayscope::RunFilter &runs, const QString &title);

private:
    using Read = Result<std::shared_ptr<const TasksInput>>;

    void connectCommands();
    void refreshCommands();
    void read();
    void takeInput(const Read &input);
    void count();
    void copyPrompt();
    void showRuns();
    void removeContract();
    void openContractsFolder();
    [[nodiscard]] bool isOfUser() const; ///< Whether the contract in view can be removed.

    StudyController &m_study;
    TasksPage &m_page;
    CommandSet &m_commands;
    QThreadPool m_pool;
    LatestJob m_reading;
    LatestJob m_counting;
    LatestJob m_writing;
    std::shared_ptr<const TasksInput> m_input;
    std::shared_ptr<const StudySnapshot> m_counted;
    RunFilter m_filter;
    ScoreChoice m_score = ScoreChoice::Strict;
    bool m_isStale = true; ///< To be read when it is looked at.
    bool m_isInView = false;
};

} // namespace Decayscope
