// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandendings.h"

#include <csignal>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// "4 GiB", "1.5 MiB".
QString bytesText(qint64 bytes)
{
    static constexpr std::array units{"bytes", "KiB", "MiB", "GiB", "TiB"};
    auto number = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (number >= 1024 && unit + 1 < units.size()) {
        number /= 1024;
        ++unit;
    }
    return QString::number(number, 'g', 4) + u' ' + QLatin1StringView(units.at(unit));
}

QString secondsText(std::chrono::seconds time)
{
    return QString::number(time.count()) + u" s"_s;
}

QString programOf(const CommandSpec &command)
{
    return u'"' + command.command.value(0).left(200) + u'"';
}

QString signalText(int number)
{
    const auto *name = ::sigabbrev_np(number);
    return u"signal "_s + QString::number(number) + (name ? u" (SIG"_s + QLatin1StringView(name) + u')' : QString());
}

} // namespace

QStringList limitTexts(const SandboxLimits &limits)
{
    return {u"memory "_s + bytesText(limits.memoryBytes),
        u"processes and threads "_s + QString::number(limits.processes),
        u"size of a file "_s + bytesText(limits.fileBytes), u"disk "_s + bytesText(limits.diskBytes),
        u"output kept of a command "_s + bytesText(limits.outputBytes),
        u"CPU time of a command "_s + secondsText(limits.cpu), u"time of a command "_s + secondsText(limits.wall)};
}

QString commandEndingText(
    CommandEnding ending, const CommandSpec &command, const SandboxLimits &limits, const QString &reason)
{
    auto program = programOf(command);
    switch (ending) {
    case CommandEnding::Exited:
        return program + u" ended."_s;
    case CommandEnding::Signalled:
        return program + u" was killed by a signal."_s;
    case CommandEnding::Stopped:
        return program + u" was stopped."_s;
    case CommandEnding::OutOfMemory:
        return program + u" was stopped: its processes held more than "_s + bytesText(limits.memoryBytes)
            + u" of memory."_s;
    case CommandEnding::TooManyProcesses:
        return program + u" was stopped: it kept starting processes at the limit of "_s
            + QString::number(limits.processes) + u" processes and threads."_s;
    case CommandEnding::TooMuchCpu:
        return program + u" was stopped: it used more than "_s + secondsText(limits.cpu) + u" of CPU time."_s;
    case CommandEnding::TooLong:
        return program + u" was stopped: it was not done after "_s + secondsText(limits.wall) + u'.';
    case CommandEnding::TooMuchDisk:
        return program + u" was stopped: it wrote more than "_s + bytesText(limits.diskBytes) + u" to the disk."_s;
    case CommandEnding::NotStarted:
        return program + u" could not be started: "_s + reason;
    }
    return program;
}

OwnEnding ownEnding(int status, const CommandSpec &command, const SandboxLimits &limits)
{
    const auto program = programOf(command);
    const auto number = status - 128;
    if (number == SIGXFSZ) {
        return {CommandEnding::TooMuchDisk, {},
            program + u" was killed: it wrote a file longer than "_s + bytesText(limits.fileBytes) + u'.'};
    }
    if (number > 0 && number <= 64)
        return {CommandEnding::Signalled, {}, program + u" was killed by "_s + signalText(number) + u'.'};
    return {CommandEnding::Exited, status, program + u" ended with exit code "_s + QString::number(status) + u'.'};
}

} // namespace Decayscope
