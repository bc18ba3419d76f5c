// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containerengine.h"

#include "sandboxnamespace.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr QLatin1StringView label("decayscope.process");

QString equals(QLatin1StringView option, const QString &value)
{
    return option + u'=' + value;
}

/// Options are lists with commas; a path with one cannot be said.
Result<QString> mount(const SandboxBind &bind)
{
    for (const auto &path : {bind.outside, bind.inside}) {
        if (path.contains(u',') || path.contains(u'"') || path.contains(u'\n'))
            return failure(ErrorKind::Refused,
                u"The path \"%1\" cannot be shown in a container, because of the comma or quotation mark in it."_s.arg(
                    path));
    }
    const QString text = u"--mount=type=bind,source="_s + bind.outside + u",target=" + bind.inside;
    return bind.writable ? text : QString(text + u",readonly");
}

std::vector<SandboxBind> bindsOf(
    const SessionSpec &session, const CommandSpec &command, const ContainerFolders &folders)
{
    std::vector<SandboxBind> binds{{folders.hosts, u"/etc/hosts"_s, false}};
    if (command.seesWorkspace) {
        binds.push_back({session.workspace, u"/workspace"_s, true});
        binds.push_back({folders.home, u"/home/user"_s, true});
        binds.push_back({folders.temporary, u"/tmp"_s, true});
    }
    binds.insert(binds.end(), session.binds.begin(), session.binds.end());
    binds.insert(binds.end(), command.binds.begin(), command.binds.end());
    return binds;
}

std::map<QString, QString> environmentOf(const SessionSpec &session, const CommandSpec &command)
{
    std::map<QString, QString> environment{{u"HOME"_s, command.seesWorkspace ? u"/home/user"_s : u"/tmp"_s},
        {u"USER"_s, u"user"_s}, {u"LANG"_s, u"C.UTF-8"_s}, {u"TMPDIR"_s, u"/tmp"_s}, {u"TERM"_s, u"dumb"_s}};
    for (const auto *more : {&session.environment, &command.environment}) {
        for (const auto &[name, value] : *more)
            environment[name] = value;
    }
    return environment;
}

} // namespace

Result<QByteArray> ContainerEngine::ask(const QStringList &arguments, std::chrono::milliseconds time) const
{
    QProcess process;
    process.start(program, arguments, QIODevice::ReadOnly);
    const bool hasEnded = process.waitForFinished(static_cast<int>(time.count()));
    if (!hasEnded) {
        process.kill();
        process.waitForFinished(1000);
    }
    if (hasEnded && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return process.readAllStandardOutput();
    return failure(ErrorKind::Refused, u"%1 does not do what it is asked: \"%2\"."_s.arg(name, arguments.value(0)),
        QString::fromUtf8(process.readAllStandardError()).left(2000));
}

void ContainerEngine::remove(const QString &container) const
{
    // What podman leaves ten seconds to end by itself, docker kills at once.
    QStringList arguments{u"rm"_s, u"--force"_s};
    if (name == u"podman")
        arguments.append(u"--time=0"_s);
    [[maybe_unused]] const auto removed = ask(arguments << container);
}

void ContainerEngine::clear() const
{
    const auto listed
        = ask({u"ps"_s, u"--all"_s, equals("--filter"_L1, u"label="_s + label), u"--format={{.Names}}"_s});
    if (!listed)
        return;
    const auto names = QString::fromUtf8(*listed).split(u'\n', Qt::SkipEmptyParts);
    for (const auto &container : names) {
        const auto process = container.section(u'-', 1, 1); // As SandboxSession names them.
        if (container.startsWith(u"decayscope-") && !QFileInfo::exists(u"/proc/"_s + process))
            remove(container.trimmed());
    }
}

/// What every container gets, and what it does not get.
QStringList ContainerEngine::walls(const QString &container, const SandboxLimits &limits) const
{
    QStringList arguments{u"run"_s, equals("--name"_L1, container),
        equals("--label"_L1, label + u'=' + QString::number(QCoreApplication::applicationPid())), u"--pull=never"_s,
        u"--read-only"_s, u"--cap-drop=all"_s, u"--security-opt=no-new-privileges"_s, u"--security-opt=label=disable"_s,
        u"--log-driver=none"_s, equals("--pids-limit"_L1, QString::number(limits.processes)),
        equals("--memory"_L1, QString::number(limits.memoryBytes)),
        equals("--memory-swap"_L1, QString::number(limits.memoryBytes)),
        equals("--ulimit"_L1, u"fsize="_s + QString::number(limits.fileBytes)), u"--ulimit=core=0"_s};
    if (user >= 0)
        arguments.append(u"--user=%1:%1"_s.arg(user));
    else if (name == u"podman")
        arguments.append(u"--userns=keep-id"_s);
    else
        arguments.append(u"--user=0:0"_s); // Without root's rights, docker's root is this process's user.
    return arguments;
}

QStringList ContainerEngine::anchorArguments(const QString &container, const SessionSpec &session) const
{
    auto arguments = walls(container, session.limits);
    arguments << u"--detach"_s << u"--network=none"_s << u"--sysctl=net.ipv4.ip_unprivileged_port_start=0"_s
              << u"--entrypoint=/bin/sh"_s << session.image << u"-c"_s << u"while :; do sleep 1000; done"_s;
    return arguments;
}

Result<QStringList> ContainerEngine::commandArguments(const QString &container, const QString &anchor,
    const SessionSpec &session, const CommandSpec &command, const ContainerFolders &folders) const
{
    auto arguments = walls(container, command.limits.value_or(session.limits));
    const bool isOwn = command.network == SandboxNetwork::Own;
    arguments.append(equals("--network"_L1, isOwn ? QString(u"container:"_s + anchor) : u"host"_s));
    if (!command.input.isEmpty())
        arguments.append(u"--interactive"_s);
    if (!command.seesWorkspace)
        arguments.append(u"--tmpfs=/tmp:rw,mode=1777"_s);
    const auto binds = bindsOf(session, command, folders);
    for (const auto &bind : binds) {
        auto option = mount(bind);
        if (!option)
            return std::unexpected(std::move(option.error()));
        arguments.append(std::move(*option));
    }
    const auto environment = environmentOf(session, command);
    for (const auto &[variable, value] : environment)
        arguments.append(equals("--env"_L1, variable + u'=' + value));
    const bool isLost = !command.seesWorkspace && command.folder.startsWith(u"/workspace");
    arguments.append(equals("--workdir"_L1, isLost ? u"/tmp"_s : command.folder));
    arguments.append(equals("--entrypoint"_L1, command.command.value(0)));
    arguments.append(session.image);
    return arguments + command.command.mid(1);
}

Result<ContainerEngine> findContainerEngine(const QString &name)
{
    ContainerEngine engine{.name = name, .program = QStandardPaths::findExecutable(name)};
    if (engine.program.isEmpty() || (name != u"podman" && name != u"docker"))
        return failure(
            ErrorKind::NotFound, u"%1 is not installed. Install the package %1, or use bubblewrap."_s.arg(name));
    const bool isPodman = name == u"podman";
    const auto told = engine.ask({u"info"_s,
        isPodman ? u"--format={{.Version.Version}} {{.Host.Security.Rootless}}"_s
                 : u"--format={{.ServerVersion}} {{.SecurityOptions}}"_s});
    if (!told)
        return failure(ErrorKind::Refused,
            u"%1 is installed but does not answer. Is its service running, and may you use it?"_s.arg(name),
            told.error().evidence);
    const auto text = QString::fromUtf8(*told).trimmed();
    engine.version = text.section(u' ', 0, 0);
    engine.rootless = text.section(u' ', 1).contains(isPodman ? u"true" : u"rootless");
    engine.user = engine.rootless ? -1 : ::geteuid() == 0 ? sandboxOuterUser() : static_cast<int>(::geteuid());
    return engine;
}

} // namespace Decayscope
