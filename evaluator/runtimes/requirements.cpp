// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requirements.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr int longestAnswer = 5000; ///< Milliseconds.
constexpr int oldestPostgres = 16;

const QString installing = u"./bootstrap evaluation installs it."_s;
const QString allowing
    = u"On Ubuntu: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0. On Debian: sudo sysctl "
      "kernel.unprivileged_userns_clone=1 and user.max_user_namespaces above 0. In a container: start it with "
      "--privileged. In a chroot there is no way."_s;

struct ProgramAnswer
{
    bool isDone = false; ///< Ended by itself, with status 0.
    QString text; ///< The first line of what it printed.
};

ProgramAnswer askProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(longestAnswer)) {
        process.kill();
        process.waitForFinished(longestAnswer);
        return {};
    }
    const auto text = QString::fromLocal8Bit(process.readAll().left(1000)).section(u'\n', 0, 0).trimmed().left(200);
    return {process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, text};
}

QString pathOf(const QString &program, const ProgramFolders &folders)
{
    return QStandardPaths::findExecutable(program, folders.programs);
}

/// What a program says of its version; its path where it says nothing.
QString versionOf(const QString &path)
{
    if (path.isEmpty())
        return {};
    const auto answer = askProgram(path, {u"--version"_s});
    return answer.isDone && !answer.text.isEmpty() ? answer.text : path;
}

Requirement requirement(const QString &name, const QString &purpose, const QString &found, const QString &remedy)
{
    return {name, purpose, found, found.isEmpty() ? remedy : QString()};
}

/// Asks the kernel itself: a child that takes new namespaces and ends. It does nothing else between fork and end.
bool kernelGivesNamespaces()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWPID) == 0 ? 0 : 1);
    int status = 1;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Some systems give namespaces to bubblewrap alone, others give them without any use: bubblewrap's own try decides.
Requirement namespaces(const QString &bubblewrap)
{
    const auto purpose = u"The right to make namespaces, of which a sandbox consists."_s;
    if (bubblewrap.isEmpty())
        return requirement(u"namespaces"_s, purpose, kernelGivesNamespaces() ? u"allowed"_s : QString(), allowing);
    const auto answer = askProgram(bubblewrap,
        {u"--unshare-all"_s, u"--ro-bind"_s, u"/"_s, u"/"_s, u"--proc"_s, u"/proc"_s, u"--dev"_s, u"/dev"_s,
            u"--die-with-parent"_s, u"true"_s});
    const auto said = answer.text.isEmpty() ? QString() : u" bubblewrap says: %1"_s.arg(answer.text);
    return requirement(u"namespaces"_s, purpose, answer.isDone ? u"allowed"_s : QString(), allowing + said);
}

int majorVersion(QStringView text)
{
    static const QRegularExpression digits(u"[0-9]{1,4}"_s);
    const auto match = digits.matchView(text);
    return match.hasMatch() ? match.capturedView().toInt() : 0;
}

/// The newest server, as its version's words; Debian keeps each version in a folder of its own, others have one.
QString newestPostgres(const ProgramFolders &folders)
{
    QString newest = pathOf(u"postgres"_s, folders);
    int version = 0;
    const auto names = QDir(folders.postgres).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto &name : names) {
        const auto program = folders.postgres + u'/' + name + u"/bin/postgres";
        if (majorVersion(name) > version && QFileInfo(program).isExecutable()) {
            version = majorVersion(name);
            newest = program;
        }
    }
    return versionOf(newest);
}

Requirement postgres(const ProgramFolders &folders)
{
    const auto purpose = u"The database of runs whose task asks for PostgreSQL; version 16 or newer."_s;
    const auto newest = newestPostgres(folders);
    if (newest.isEmpty() || majorVersion(newest) >= oldestPostgres)
        return requirement(u"PostgreSQL"_s, purpose, newest, installing);
    return requirement(u"PostgreSQL"_s, purpose, {}, u"Only “%1” is here. On Debian 13, "_s.arg(newest) + installing);
}

Requirement python(const ProgramFolders &folders)
{
    const auto purpose = u"Python with pip or uv, for the servers written in Python."_s;
    const auto interpreter = versionOf(pathOf(u"python3"_s, folders));
    auto installer = versionOf(pathOf(u"uv"_s, folders));
    if (installer.isEmpty() && !pathOf(u"pip3"_s, folders).isEmpty())
        installer = u"pip"_s;
    const bool isWhole = !interpreter.isEmpty() && !installer.isEmpty();
    const auto remedy
        = interpreter.isEmpty() ? installing : u"%1 is here without pip and uv. "_s.arg(interpreter) + installing;
    return requirement(u"Python"_s, purpose, isWhole ? interpreter + u", " + installer : QString(), remedy);
}

} // namespace

std::vector<Requirement> evaluationRequirements(const ProgramFolders &folders)
{
    const auto bubblewrap = pathOf(u"bwrap"_s, folders);
    return {requirement(u"bubblewrap"_s, u"The sandbox in which everything generated runs."_s, versionOf(bubblewrap),
                installing),
        namespaces(bubblewrap), postgres(folders),
        requirement(
            u"Node"_s, u"The servers written in JavaScript."_s, versionOf(pathOf(u"node"_s, folders)), installing),
        requirement(u"npm"_s, u"Sets projects of Node up."_s, versionOf(pathOf(u"npm"_s, folders)), installing),
        python(folders),
        requirement(u"git"_s, u"Applies the patches of runs."_s, versionOf(pathOf(u"git"_s, folders)), installing)};
}

} // namespace Decayscope
