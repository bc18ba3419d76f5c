// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "containerengine.h"
#include "diskmeter.h"
#include "outputbuffer.h"
#include "processwatch.h"

#include <QProcess>

#include <chrono>
#include <set>

namespace Decayscope {

class ContainerCommand;

/// What the commands of a session in containers share. Outlives the session as long as a command is held.
struct ContainerWorld
{
    ContainerEngine engine;
    SessionSpec spec;
    DiskMeter disk;
    std::set<ContainerCommand *> running;
    ResourceUse use; ///< Peaks, and the CPU time of ended commands.
};

/// A command in a container of its own, which goes with everything in it.
class ContainerCommand final : public SandboxCommand
{
public:
    ContainerCommand(std::shared_ptr<ContainerWorld> world, QString container, const QStringList &arguments,
        CommandSpec spec, std::function<void(QByteArrayView)> watch);
    ~ContainerCommand() override;
    ContainerCommand(const ContainerCommand &) = delete;
    ContainerCommand &operator=(const ContainerCommand &) = delete;

    [[nodiscard]] bool isRunning() override;
    bool wait(std::chrono::milliseconds time, const Progress &progress) override;
    void stop() override;
    [[nodiscard]] ResourceUse use() const override { return m_report.resources; }
    [[nodiscard]] QByteArray output() const override { return m_output.text(); }
    [[nodiscard]] CommandReport report() const override;

private:
    using Clock = std::chrono::steady_clock;

    void drive(std::chrono::milliseconds time);
    void readOutput();
    void look();
    [[nodiscard]] std::optional<CommandEnding> passedLimit();
    void end(CommandEnding ending); ///< Kills everything.
    void close(CommandEnding ending);
    void finish();

    std::shared_ptr<ContainerWorld> m_world;
    QString m_container;
    CommandSpec m_spec;
    SandboxLimits m_limits;
    std::function<void(QByteArrayView)> m_watch;
    QProcess m_process;
    OutputBuffer m_output;
    ProcessWatch m_processes;
    CommandReport m_report;
    Clock::time_point m_start;
    Clock::time_point m_nextLook;
    bool m_hasEnded = false;
};

} // namespace Decayscope
