// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QProcess>

namespace Decayscope {

/// How a verb ended.
struct ProgramAnswer
{
    int status = 0; ///< As of the command line; 3 where the program could not be started.
    QByteArray answer; ///< What it printed.
    QStringList sentences; ///< What it warned of and why it failed.
};

/// A verb of this program at work in a process of its own: painting a whole bundle would hold the window up.
class ProgramJob final : public QObject
{
    Q_OBJECT

public:
    explicit ProgramJob(QObject *parent = nullptr);
    ~ProgramJob() override; ///< Ends the verb and waits for it.

    /// Another executable than this one.
    void setProgram(const QString &path) { m_program = path; }

    /// False, and nothing happens, while a verb is running.
    [[nodiscard]] bool start(const QStringList &arguments);
    void cancel(); ///< Asks it to stop; finished() still comes.
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

signals:
    void progressed(int done, int total, const QString &what);
    void finished(const Decayscope::ProgramAnswer &answer);

private:
    void readLines();
    void readLine(const QString &line);
    void end(int status);

    QString m_program;
    QProcess m_process;
    QByteArray m_unread;
    QStringList m_sentences;
};

} // namespace Decayscope
