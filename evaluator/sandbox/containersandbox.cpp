// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containercommand.h"
#include "containernetwork.h"
#include "runfolder.h"
#include "sandboxes.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>

#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// The name tells clear() which program a container belongs to.
QString newName()
{
    return u"decayscope-%1-%2"_s.arg(QCoreApplication::applicationPid())
        .arg(QRandomGenerator::global()->generate64(), 16, 16, QChar(u'0'));
}

class ContainerSession final : public SandboxSession
{
public:
    explicit ContainerSession(std::shared_ptr<ContainerWorld> world)
        : m_world(std::move(world))
        , m_anchor(newName())
    { }

    ~ContainerSession() override
    {
        while (!m_world->running.empty())
            (*m_world->running.begin())->stop();
        m_world->engine.remove(m_anchor);
    }

    ContainerSession(const ContainerSession &) = delete;
    ContainerSession &operator=(const ContainerSession &) = delete;

    Result<> prepare()
    {
        if (auto laid = layFolders(); !laid)
            return laid;
        const auto &engine = m_world->engine;
        if (auto started = engine.ask(engine.anchorArguments(m_anchor, m_world->spec)); !started)
            return failure(ErrorKind::Refused,
                u"%1 does not start a container of the image \"%2\"."_s.arg(engine.name, m_world->spec.image),
                started.error().evidence);
        const auto process = engine.ask({u"inspect"_s, u"--format={{.State.Pid}}"_s, m_anchor});
        if (!process || process->trimmed().toInt() <= 0)
            return failure(ErrorKind::Refused,
                u"A container of the image \"%1\" ended at once; it needs a shell."_s.arg(m_world->spec.image));
        auto network = ContainerNetwork::ofProcess(process->trimmed().toInt());
        if (!network)
            return std::unexpected(std::move(network.error()));
        m_network = std::move(*network);
        return {};
    }

    [[nodiscard]] Result<std::unique_ptr<SandboxCommand>> start(
        const CommandSpec &command, std::function<void(QByteArrayView)> watch) override
    {
        const auto name = newName();
        const auto arguments = m_world->engine.commandArguments(name, m_anchor, m_world->spec, command, m_folders);
        if (!arguments)
            return std::unexpected(arguments.error());
        return std::make_unique<ContainerCommand>(m_world, name, *arguments, command, std::move(watch));
    }

    [[nodiscard]] std::function<void()> networkEntrance() const override
    {
        return [network = m_network] {
            if (!network->enter())
                ::_exit(127);
        };
    }

    [[nodiscard]] QString serverUrl(int port) const override { return u"http://localhost:"_s + QString::number(port); }

    [[nodiscard]] Result<int> listenInside(int port) override { return m_network->listenInside(port); }

    [[nodiscard]] ResourceUse use() const override
    {
        auto use = m_world->use;
        ResourceUse now;
        for (const auto *command : m_world->running) {
            const auto more = command->use();
            now.memoryBytes += more.memoryBytes;
            now.processes += more.processes;
            use.cpuMilliseconds += more.cpuMilliseconds;
        }
        use.memoryBytes = std::max(use.memoryBytes, now.memoryBytes);
        use.processes = std::max(use.processes, now.processes);
        use.diskBytes = std::max(use.diskBytes, m_world->disk.bytes());
        return use;
    }

private:
    Result<> layFolders()
    {
        auto folder = RunFolder::make(m_world->engine.user);
        if (!folder)
            return std::unexpected(std::move(folder.error()));
        m_folder = std::move(*folder);
        QByteArray hosts = "127.0.0.1 localhost\n::1 localhost\n";
        for (const auto &host : m_world->spec.hosts)
            hosts += "127.0.0.1 " + host.toUtf8().simplified() + '\n';
        auto home = m_folder->makeFolder(u"home"_s);
        auto temporary = m_folder->makeFolder(u"tmp"_s);
        auto file = m_folder->writeFile(u"hosts"_s, hosts);
        if (!home || !temporary || !file)
            return failure(ErrorKind::Unreadable, u"The folders of a container cannot be made. Is the disk full?"_s);
        m_folders = {.home = *home, .temporary = *temporary, .hosts = *file};
        for (const auto &path : {m_world->spec.workspace, *home, *temporary})
            m_world->disk.add(QFile::encodeName(path));
        return {};
    }

    std::shared_ptr<ContainerWorld> m_world;
    QString m_anchor;
    std::unique_ptr<RunFolder> m_folder;
    ContainerFolders m_folders;
    std::shared_ptr<const ContainerNetwork> m_network;
};

class ContainerSandbox final : public Sandbox
{
public:
    explicit ContainerSandbox(ContainerEngine engine)
        : m_engine(std::move(engine))
    { }

    [[nodiscard]] QString description() const override { return m_engine.name + u' ' + m_engine.version; }

    [[nodiscard]] Result<std::unique_ptr<SandboxSession>> open(const SessionSpec &spec) override
    {
        if (spec.image.isEmpty())
            return failure(ErrorKind::NotFound,
                u"The runtime names no container image. Name one among the runtimes, or use bubblewrap."_s);
        if (auto image = m_engine.ask({u"image"_s, u"inspect"_s, spec.image}); !image)
            return failure(ErrorKind::NotFound,
                u"The container image \"%1\" is not installed. Bring it in with: %2 pull %1"_s.arg(
                    spec.image, m_engine.name),
                image.error().evidence);
        auto world = std::make_shared<ContainerWorld>();
        world->engine = m_engine;
        world->spec = spec;
        auto session = std::make_unique<ContainerSession>(std::move(world));
        if (auto prepared = session->prepare(); !prepared)
            return std::unexpected(std::move(prepared.error()));
        return session;
    }

    [[nodiscard]] Result<std::unique_ptr<RunFolder>> makeFolder() override { return RunFolder::make(m_engine.user); }

private:
    ContainerEngine m_engine;
};

} // namespace

Result<std::shared_ptr<Sandbox>> containerSandbox(const QString &engine)
{
    auto found = findContainerEngine(engine);
    if (!found)
        return std::unexpected(std::move(found.error()));
    found->clear();
    return std::make_shared<ContainerSandbox>(std::move(*found));
}

} // namespace Decayscope
