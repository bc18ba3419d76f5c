// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "programjob.h"

#include <QCoreApplication>

namespace Decayscope {

namespace {

constexpr qsizetype mostSentences = 100;
constexpr int notStarted = 3;
constexpr int patienceAtEnd = 2'000; ///< Milliseconds.

const auto speaker = QStringLiteral("decayscope: ");

} // namespace

ProgramJob::ProgramJob(QObject *parent)
    : QObject(parent)
    , m_program(QCoreApplication::applicationFilePath())
{
    connect(&m_process, &QProcess::readyReadStandardError, this, &ProgramJob::readLines);
    connect(&m_process, &QProcess::finished, this,
        [this](int status, QProcess::ExitStatus how) { end(how == QProcess::NormalExit ? status : notStarted); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_sentences << tr("%1 cannot be started: %2.").arg(m_program, m_process.errorString());
        end(notStarted);
    });
}

ProgramJob::~ProgramJob()
{
    m_process.disconnect(this);
    if (!isRunning())
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patienceAtEnd))
        m_process.kill();
    m_process.waitForFinished();
}

bool ProgramJob::start(const QStringList &arguments)
{
    if (isRunning())
        return false;
    m_unread.clear();
    m_sentences.clear();
    m_process.start(m_program, QStringList{QStringLiteral("--json"), QStringLiteral("--progress")} + arguments);
    return true;
}

void ProgramJob::cancel()
{
    m_process.terminate();
}

void ProgramJob::readLines()
{
    m_unread += m_process.readAllStandardError();
    for (auto end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
        readLine(QString::fromUtf8(m_unread.first(end)));
        m_unread.remove(0, end + 1);
    }
}

/// "progress 3 40 figures/decay.pdf", or a sentence.
void ProgramJob::readLine(const QString &line)
{
    if (line.startsWith(u"progress ")) {
        const auto words = line.split(u' ');
        return emit progressed(words.value(1).toInt(), words.value(2).toInt(), line.section(u' ', 3));
    }
    if (m_sentences.size() < mostSentences)
        m_sentences << (line.startsWith(speaker) ? line.sliced(speaker.size()) : line.trimmed());
}

void ProgramJob::end(int status)
{
    readLines();
    emit finished({.status = status, .answer = m_process.readAllStandardOutput(), .sentences = m_sentences});
}

} // namespace Decayscope
