// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bubblewrapcommand.h"

#include "commandendings.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Decayscope {

namespace {

/// The longest this thread stays away from a command's limits.
constexpr std::chrono::milliseconds longestSlice = 50ms;

int openHandle(int process)
{
    return static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
}

void killByHandle(const Descriptor &handle)
{
    if (handle.isOpen())
        ::syscall(SYS_pidfd_send_signal, handle.get(), SIGKILL, nullptr, 0);
}

/// Whether the process of a handle ended before `time` was over.
bool awaitEnd(const Descriptor &handle, std::chrono::milliseconds time)
{
    pollfd entry{handle.get(), POLLIN, 0};
    return handle.isOpen() && ::poll(&entry, 1, static_cast<int>(time.count())) > 0;
}

} // namespace

BubblewrapCommand::BubblewrapCommand(std::shared_ptr<SandboxWorld> world, CommandSpec spec,
    std::function<void(QByteArrayView)> watch, LaunchedProcess launched)
    : m_world(std::move(world))
    , m_spec(std::move(spec))
    , m_limits(m_spec.limits.value_or(m_world->spec.limits))
    , m_watch(std::move(watch))
    , m_launched(std::move(launched))
    , m_limitWatch(*m_world, this, m_limits)
    , m_output(m_limits.outputBytes)
    , m_start(Clock::now())
    , m_killsBefore(m_world->group ? m_world->group->kills() : 0)
{
    m_world->note(this, {});
    for (const auto &bind : m_spec.binds) {
        if (bind.writable)
            m_world->disk.add(QFile::encodeName(bind.outside));
    }
}

BubblewrapCommand::~BubblewrapCommand()
{
    m_watch = {};
    stop();
    for (const auto &bind : m_spec.binds) {
        if (bind.writable)
            m_world->disk.remove(QFile::encodeName(bind.outside));
    }
}

void BubblewrapCommand::begin()
{
    const auto until = Clock::now() + 20s;
    while (!awaitEnd(m_launched.handle, 1ms)) {
        readStatus();
        if (m_limitWatch.isAtGate(m_first)) {
            [[maybe_unused]] const auto written = ::write(m_launched.gate.get(), "\n", 1);
            break;
        }
        if (Clock::now() > until) {
            m_reason = u"bubblewrap did not come up within 20 s."_s;
            end(CommandEnding::NotStarted);
            break;
        }
    }
    m_launched.gate.reset();
    m_launched.gateEnd.reset();
    m_start = Clock::now();
}

bool BubblewrapCommand::isRunning()
{
    drive();
    return !m_hasEnded;
}

bool BubblewrapCommand::wait(std::chrono::milliseconds time, const Progress &progress)
{
    const auto until = Clock::now() + std::min<std::chrono::milliseconds>(time, 1000h);
    drive();
    while (!m_hasEnded && Clock::now() < until && !progress.isCancelled()) {
        awaitReadiness(until);
        drive();
    }
    return m_hasEnded;
}

void BubblewrapCommand::awaitReadiness(Clock::time_point until) const
{
    std::array<pollfd, 3> entries{pollfd{m_launched.handle.get(), POLLIN, 0},
        pollfd{m_launched.output.get(), POLLIN, 0}, pollfd{m_launched.status.get(), POLLIN, 0}};
    const auto next = std::min(until, m_limitWatch.nextLook());
    const auto slice = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now());
    ::poll(entries.data(), entries.size(), static_cast<int>(std::clamp(slice, 1ms, longestSlice).count()));
}

void BubblewrapCommand::drive()
{
    if (m_hasEnded)
        return;
    readStatus();
    readOutput(false);
    if (awaitEnd(m_launched.handle, 0ms)) {
        finish();
        return;
    }
    if (const auto passed = m_limitWatch.look(m_first, Clock::now()))
        end(*passed);
}

void BubblewrapCommand::readOutput(bool toItsEnd)
{
    constexpr qint64 portion = qint64{1} << 20; // Then it is time for the limits again.
    std::array<char, 65536> bytes; // NOLINT: filled by read()
    for (qint64 done = 0; m_launched.output.isOpen() && (toItsEnd || done < portion);) {
        const auto size = ::read(m_launched.output.get(), bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size == 0)
            m_launched.output.reset();
        if (size <= 0)
            return;
        const QByteArrayView text(bytes.data(), size);
        // Nobody can follow an endless log; its end is in the report.
        if (m_watch && m_output.size() < m_limits.outputBytes)
            m_watch(text.first(std::min(text.size(), static_cast<qsizetype>(m_limits.outputBytes - m_output.size()))));
        m_output.add(text);
        done += size;
    }
}

void BubblewrapCommand::readStatus()
{
    std::array<char, 4096> bytes; // NOLINT: filled by read()
    while (m_launched.status.isOpen()) {
        const auto size = ::read(m_launched.status.get(), bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size == 0)
            m_launched.status.reset();
        if (size <= 0)
            break;
        m_status.append(bytes.data(), size);
    }
    for (auto end = m_status.indexOf('\n'); end >= 0; end = m_status.indexOf('\n')) {
        hearStatus(m_status.first(end));
        m_status.remove(0, end + 1);
    }
}

void BubblewrapCommand::hearStatus(const QByteArray &line)
{
    const auto told = QJsonDocument::fromJson(line).object();
    if (const auto process = told.value(u"child-pid"_s).toInt(); process > 0 && m_first < 0) {
        m_first = process;
        m_firstHandle.reset(openHandle(process));
    }
    if (const auto code = told.value(u"exit-code"_s); code.isDouble()) {
        m_hasStatus = true;
        m_exitCode = code.toInt();
    }
}

void BubblewrapCommand::stop()
{
    if (m_hasEnded)
        return;
    readStatus();
    end(CommandEnding::Stopped);
}

void BubblewrapCommand::end(CommandEnding ending)
{
    m_forced = ending;
    // bubblewrap is about to make the first process; it would have to be found otherwise.
    const auto until = Clock::now() + 2s;
    while (m_first < 0 && m_launched.status.isOpen() && Clock::now() < until && !awaitEnd(m_launched.handle, 1ms))
        readStatus();
    killByHandle(m_firstHandle);
    if (!awaitEnd(m_launched.handle, m_firstHandle.isOpen() ? 5s : 0s))
        killByHandle(m_launched.handle);
    finish();
}

void BubblewrapCommand::finish()
{
    int status = 0;
    while (::waitpid(m_launched.process, &status, 0) < 0 && errno == EINTR) { }
    readStatus();
    // Its end is the end of all processes inside. bubblewrap waits for it, unless somebody killed bubblewrap.
    if (!awaitEnd(m_firstHandle, 0ms)) {
        killByHandle(m_firstHandle);
        awaitEnd(m_firstHandle, 10s);
    }
    readOutput(true);
    m_hasEnded = true;
    m_milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_start).count();
    m_limitWatch.close();
    judgeStatus(status);
    m_world->forget(this);
}

void BubblewrapCommand::judgeStatus(int status)
{
    if (m_forced) {
        m_ending = *m_forced;
        m_exitCode.reset();
        m_message = commandEndingText(m_ending, m_spec, m_limits, m_reason);
        return;
    }
    if (!m_hasStatus || isUnknownProgram()) {
        judgeStart(status);
        return;
    }
    if (*m_exitCode != 0 && wasKilledForMemory()) {
        m_ending = CommandEnding::OutOfMemory;
        m_exitCode.reset();
        m_message = commandEndingText(m_ending, m_spec, m_limits);
        return;
    }
    auto own = ownEnding(*m_exitCode, m_spec, m_limits);
    m_ending = own.ending;
    m_exitCode = own.exitCode;
    m_message = std::move(own.message);
}

void BubblewrapCommand::judgeStart(int status)
{
    const auto text = m_output.text();
    const auto own = QString::fromUtf8(text.first(std::min(text.size(), qsizetype{500}))).trimmed();
    const auto reason = isUnknownProgram() ? u"there is no such program in the sandbox."_s : own;
    const bool wasKilled = WIFSIGNALED(status);
    m_exitCode.reset();
    m_ending = wasKilled ? CommandEnding::Stopped : CommandEnding::NotStarted;
    m_message
        = wasKilled ? u"Its sandbox was killed from outside."_s : commandEndingText(m_ending, m_spec, m_limits, reason);
}

/// The shell at the gate says so in one line.
bool BubblewrapCommand::isUnknownProgram() const
{
    const auto text = m_output.text();
    const QByteArray voice = QByteArray(gateName) + ": ";
    return (m_exitCode == 127 || m_exitCode == 126) && text.startsWith(voice) && text.indexOf('\n') == text.size() - 1;
}

bool BubblewrapCommand::wasKilledForMemory() const
{
    return m_world->group && m_world->group->kills() > m_killsBefore;
}

ResourceUse BubblewrapCommand::use() const
{
    return m_limitWatch.use();
}

CommandReport BubblewrapCommand::report() const
{
    CommandReport report;
    report.ending = m_ending;
    report.exitCode = m_exitCode;
    report.message = m_message;
    report.output = m_output.text();
    report.outputSize = m_output.size();
    report.resources = m_limitWatch.use();
    report.milliseconds = m_milliseconds;
    return report;
}

} // namespace Decayscope
