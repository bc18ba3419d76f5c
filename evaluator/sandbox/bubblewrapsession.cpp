// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bubblewrapsession.h"

#include "bubblewrapcommand.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// Home, temporary folder and accounts of a session.
Result<> layFolders(SandboxWorld &world)
{
    auto folder = RunFolder::make(sandboxOuterUser());
    if (!folder)
        return std::unexpected(std::move(folder.error()));
    world.folder = std::move(*folder);
    world.places.workspace = world.spec.workspace;
    for (const auto &[name, place] : {std::pair{u"home"_s, &world.places.home}, {u"tmp"_s, &world.places.temporary},
             {u"etc"_s, &world.places.accounts}}) {
        auto made = world.folder->makeFolder(name);
        if (!made)
            return std::unexpected(std::move(made.error()));
        *place = std::move(*made);
    }
    for (const auto &[name, content] : sandboxAccounts(world.spec)) {
        if (auto written = world.folder->writeFile(u"etc/"_s + name, content); !written)
            return std::unexpected(std::move(written.error()));
    }
    return {};
}

} // namespace

Result<std::unique_ptr<SandboxSession>> BubblewrapSession::open(const QByteArray &program, const SessionSpec &spec)
{
    auto world = std::make_shared<SandboxWorld>();
    world->program = program;
    world->spec = spec;
    if (!QFileInfo(spec.workspace).isDir())
        return failure(
            ErrorKind::NotFound, u"There is no folder \"%1\" for the sandbox's workspace."_s.arg(spec.workspace));
    auto space = SandboxNamespace::make();
    if (!space)
        return std::unexpected(std::move(space.error()));
    world->space = std::move(*space);
    if (auto laid = layFolders(*world); !laid)
        return std::unexpected(std::move(laid.error()));
    world->group = ControlGroup::make(spec.limits);
    world->disk.add(QFile::encodeName(spec.workspace));
    world->disk.add(QFile::encodeName(world->places.home));
    world->disk.add(QFile::encodeName(world->places.temporary));
    for (const auto &bind : spec.binds) {
        if (bind.writable)
            world->disk.add(QFile::encodeName(bind.outside));
    }
    return std::make_unique<BubblewrapSession>(std::move(world));
}

BubblewrapSession::BubblewrapSession(std::shared_ptr<SandboxWorld> world)
    : m_world(std::move(world))
{ }

BubblewrapSession::~BubblewrapSession()
{
    while (!m_world->running.empty())
        m_world->running.begin()->first->stop();
    m_world->group.reset();
    m_world->folder.reset();
    m_world->space.reset();
}

Result<std::unique_ptr<SandboxCommand>> BubblewrapSession::start(
    const CommandSpec &command, std::function<void(QByteArrayView)> watch)
{
    LaunchSpec spec{.program = m_world->program,
        .options = bubblewrapArguments(m_world->spec, command, m_world->places),
        .command = {},
        .input = command.input,
        .network = command.network,
        .limits = command.limits.value_or(m_world->spec.limits),
        .processGroup = m_world->group ? m_world->group->entrance() : -1};
    for (const auto &word : command.command)
        spec.command.append(word.toUtf8());
    auto launched = launchBubblewrap(*m_world->space, spec);
    if (!launched)
        return std::unexpected(std::move(launched.error()));
    auto started = std::make_unique<BubblewrapCommand>(m_world, command, std::move(watch), std::move(*launched));
    started->begin();
    return started;
}

std::function<void()> BubblewrapSession::networkEntrance() const
{
    return SandboxNamespace::entrance(m_world->space);
}

QString BubblewrapSession::serverUrl(int port) const
{
    return u"http://localhost:"_s + QString::number(port);
}

Result<int> BubblewrapSession::listenInside(int port)
{
    return m_world->space->listenInside(port);
}

ResourceUse BubblewrapSession::use() const
{
    return m_world->total();
}

} // namespace Decayscope
