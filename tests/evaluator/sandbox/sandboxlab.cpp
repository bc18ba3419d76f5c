// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandboxlab.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Decayscope::Test {

SandboxLab::SandboxLab()
{
    auto sandbox = bubblewrapSandbox();
    if (sandbox)
        m_sandbox = *sandbox;
    else
        m_trouble = sandbox.error().message + u' ' + sandbox.error().evidence;
}

std::unique_ptr<SandboxSession> SandboxLab::open(SessionSpec spec)
{
    auto folder = m_sandbox->makeFolder();
    if (!folder) {
        qWarning().noquote() << folder.error().message << folder.error().evidence;
        return {};
    }
    m_workspace = std::move(*folder);
    spec.workspace = m_workspace->path();
    auto session = m_sandbox->open(spec);
    if (!session)
        qWarning().noquote() << session.error().message << session.error().evidence;
    return session ? std::move(*session) : nullptr;
}

CommandSpec shell(const QString &script)
{
    CommandSpec command;
    command.command = {u"sh"_s, u"-c"_s, script};
    return command;
}

CommandSpec python(const QString &program)
{
    CommandSpec command;
    command.command = {u"python3"_s, u"-c"_s, program};
    return command;
}

CommandReport run(SandboxSession &session, const CommandSpec &command)
{
    auto report = runCommand(session, command, {});
    if (report)
        return *report;
    CommandReport failed;
    failed.message = report.error().message + u' ' + report.error().evidence;
    return failed;
}

QString endingName(CommandEnding ending)
{
    switch (ending) {
    case CommandEnding::Exited:
        return u"exited"_s;
    case CommandEnding::Signalled:
        return u"signalled"_s;
    case CommandEnding::Stopped:
        return u"stopped"_s;
    case CommandEnding::OutOfMemory:
        return u"out of memory"_s;
    case CommandEnding::TooManyProcesses:
        return u"too many processes"_s;
    case CommandEnding::TooMuchCpu:
        return u"too much CPU"_s;
    case CommandEnding::TooLong:
        return u"too long"_s;
    case CommandEnding::TooMuchDisk:
        return u"too much disk"_s;
    case CommandEnding::NotStarted:
        return u"not started"_s;
    }
    return {};
}

QString printed(const CommandReport &report)
{
    auto text = endingName(report.ending);
    if (report.exitCode)
        text += u' ' + QString::number(*report.exitCode);
    return text + u": "_s + QString::fromUtf8(report.output).trimmed().replace(u'\n', u" | "_s);
}

int processesWith(const QByteArray &marker)
{
    int count = 0;
    const auto names = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto &name : names) {
        QFile line(u"/proc/"_s + name + u"/cmdline"_s);
        if (name.toInt() > 0 && name.toInt() != ::getpid() && line.open(QIODevice::ReadOnly)
            && line.readAll().contains(marker))
            ++count;
    }
    return count;
}

} // namespace Decayscope::Test
