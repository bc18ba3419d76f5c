// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containercommand.h"

#include "commandendings.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Decayscope {

namespace {

constexpr int engineFailed = 125; ///< Exit status of both engines where they could not start a container.
constexpr int notExecutable = 126;
constexpr int notFound = 127;

} // namespace

ContainerCommand::ContainerCommand(std::shared_ptr<ContainerWorld> world, QString container,
    const QStringList &arguments, CommandSpec spec, std::function<void(QByteArrayView)> watch)
    : m_world(std::move(world))
    , m_container(std::move(container))
    , m_spec(std::move(spec))
    , m_limits(m_spec.limits.value_or(m_world->spec.limits))
    , m_watch(std::move(watch))
    , m_output(m_limits.outputBytes)
    , m_start(Clock::now())
    , m_nextLook(m_start + 200ms)
{
    m_world->running.insert(this);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(m_world->engine.program, arguments);
    m_process.write(m_spec.input);
    m_process.closeWriteChannel();
}

ContainerCommand::~ContainerCommand()
{
    m_watch = {};
    stop();
}

bool ContainerCommand::isRunning()
{
    drive(0ms);
    return !m_hasEnded;
}

bool ContainerCommand::wait(std::chrono::milliseconds time, const Progress &progress)
{
    const auto until = Clock::now() + std::min<std::chrono::milliseconds>(time, 1000h);
    drive(0ms);
    while (!m_hasEnded && Clock::now() < until && !progress.isCancelled())
        drive(std::min(20ms, std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now())));
    return m_hasEnded;
}

void ContainerCommand::drive(std::chrono::milliseconds time)
{
    if (m_hasEnded)
        return;
    m_process.waitForFinished(static_cast<int>(std::max(time, 0ms).count()));
    readOutput();
    if (m_process.state() == QProcess::NotRunning)
        return finish();
    if (Clock::now() - m_start > m_limits.wall)
        return end(CommandEnding::TooLong);
    if (Clock::now() >= m_nextLook)
        look();
}

void ContainerCommand::readOutput()
{
    const auto text = m_process.readAllStandardOutput();
    const auto room = std::clamp<qint64>(m_limits.outputBytes - m_output.size(), 0, text.size());
    if (m_watch && room > 0)
        m_watch(QByteArrayView(text).first(room));
    m_output.add(text);
}

/// The engine holds memory, processes and file sizes to their limits; the rest is seen to here.
void ContainerCommand::look()
{
    m_nextLook = Clock::now() + 200ms;
    if (!m_processes.isOpen()) {
        const auto told = m_world->engine.ask({u"inspect"_s, u"--format={{.State.Pid}}"_s, m_container}, 10s);
        const int first = told ? told->trimmed().toInt() : 0;
        if (first <= 0 || !m_processes.open(first))
            return;
    }
    const auto totals = m_processes.read();
    auto &use = m_report.resources;
    use.memoryBytes = std::max(use.memoryBytes, totals.memoryBytes);
    use.processes = std::max(use.processes, totals.tasks);
    use.cpuMilliseconds = std::max(use.cpuMilliseconds, totals.cpuMilliseconds);
    m_world->disk.step(5ms);
    use.diskBytes = std::max(use.diskBytes, m_world->disk.bytes());
    if (const auto passed = passedLimit())
        end(*passed);
}

std::optional<CommandEnding> ContainerCommand::passedLimit()
{
    if (std::chrono::milliseconds(m_report.resources.cpuMilliseconds) > m_limits.cpu)
        return CommandEnding::TooMuchCpu;
    if (m_world->disk.bytes() > m_limits.diskBytes)
        return CommandEnding::TooMuchDisk;
    return {};
}

void ContainerCommand::stop()
{
    if (!m_hasEnded)
        end(CommandEnding::Stopped);
}

void ContainerCommand::end(CommandEnding ending)
{
    m_world->engine.remove(m_container);
    m_process.kill();
    m_process.waitForFinished(5000);
    close(ending); // Takes it away once more: the engine may have been about to start it.
}

void ContainerCommand::close(CommandEnding ending)
{
    m_world->engine.remove(m_container);
    readOutput();
    m_hasEnded = true;
    m_report.ending = ending;
    m_report.message = commandEndingText(ending, m_spec, m_limits);
    m_report.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_start).count();
    m_world->running.erase(this);
    m_world->use.memoryBytes = std::max(m_world->use.memoryBytes, m_report.resources.memoryBytes);
    m_world->use.processes = std::max(m_world->use.processes, m_report.resources.processes);
    m_world->use.cpuMilliseconds += m_report.resources.cpuMilliseconds;
}

void ContainerCommand::finish()
{
    const int status = m_process.exitCode();
    const auto told = m_world->engine.ask({u"inspect"_s, u"--format={{.State.OOMKilled}}"_s, m_container}, 10s);
    const bool ranOut = told && told->trimmed() == "true";
    const bool hasStarted = m_process.exitStatus() == QProcess::NormalExit
        && m_process.error() != QProcess::FailedToStart && status != engineFailed && status != notFound
        && status != notExecutable;
    close(ranOut ? CommandEnding::OutOfMemory : CommandEnding::NotStarted);
    if (ranOut)
        return;
    if (!hasStarted) {
        const auto said = QString::fromUtf8(m_output.text().right(500)).trimmed();
        m_report.message = commandEndingText(CommandEnding::NotStarted, m_spec, m_limits, said);
        return;
    }
    auto own = ownEnding(status, m_spec, m_limits);
    m_report.ending = own.ending;
    m_report.exitCode = own.exitCode;
    m_report.message = std::move(own.message);
}

CommandReport ContainerCommand::report() const
{
    auto report = m_report;
    report.output = m_output.text();
    report.outputSize = m_output.size();
    return report;
}

} // namespace Decayscope
