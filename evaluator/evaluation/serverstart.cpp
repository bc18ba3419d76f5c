// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverstart.h"

#include <QElapsedTimer>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto pollInterval = 60ms;
constexpr auto longestProbe = 5000ms;

CommandSpec shellCommand(const CommandSpec &pattern, const QString &command)
{
    auto spec = pattern;
    spec.command = QStringList{u"/bin/sh"_s, u"-c"_s, command};
    return spec;
}

/// What is left of the time for all commands, at least a second, so that each is tried.
SandboxLimits limitsWithin(const SandboxLimits &limits, std::chrono::seconds time, const QElapsedTimer &since)
{
    auto left = limits;
    const auto rest = time - std::chrono::duration_cast<std::chrono::seconds>(since.durationElapsed());
    left.wall = std::max(std::min(limits.wall, rest), std::chrono::seconds(1));
    return left;
}

/// Commands may be whole scripts; the log has them in full.
QString inBrief(const QString &command)
{
    constexpr qsizetype longest = 100;
    return command.size() <= longest ? command : QString(command.left(longest - 1) % u'…');
}

bool isHealthy(const Result<int> &status)
{
    return status && *status >= 200 && *status < 300;
}

} // namespace

QString shellEnding(const CommandReport &report)
{
    if (report.ending == CommandEnding::Exited && report.exitCode)
        return u"It ended with exit code %1."_s.arg(*report.exitCode);
    return report.message;
}

Result<SetUpResult> setUpProject(SandboxSession &session, const RuntimeRecipe &recipe, const SetUpWay &way,
    const CommandSpec &pattern, const SandboxLimits &limits, const Progress &progress,
    const std::function<void(QByteArrayView)> &watch)
{
    SetUpResult result{.ok = true, .message = u"Set up by %1."_s.arg(way.name), .log = {}};
    QElapsedTimer time;
    time.start();
    for (const auto &command : way.commands) {
        const QByteArray head = "$ " + command.toUtf8() + '\n';
        result.log += head;
        if (watch)
            watch(head);
        auto spec = shellCommand(pattern, command);
        spec.limits = limitsWithin(limits, recipe.setUpTime, time);
        auto report = runCommand(session, spec, progress, watch);
        if (!report)
            return std::unexpected(std::move(report.error()));
        result.log += report->output;
        if (!report->isSuccess() && result.ok)
            result.message = u"\"%1\" failed: %2"_s.arg(inBrief(command), shellEnding(*report));
        result.ok = result.ok && report->isSuccess();
    }
    return result;
}

Result<ServerRecord> awaitHealth(SandboxCommand &server, const SuiteProcess &asking, const QString &url,
    const RuntimeRecipe &recipe, const Progress &progress)
{
    ServerRecord record;
    const auto deadline = recipe.healthTries * recipe.healthInterval;
    QElapsedTimer time;
    time.start();
    while (!record.healthy && time.durationElapsed() < deadline && server.isRunning()) {
        if (progress.isCancelled())
            return cancelled();
        ++record.attempts;
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - time.durationElapsed());
        record.healthy = isHealthy(asking.probe(url, std::clamp(left, 1ms, longestProbe), progress));
        if (!record.healthy)
            server.wait(pollInterval, progress);
    }
    record.milliseconds = time.elapsed();
    if (progress.isCancelled())
        return cancelled();
    return record;
}

} // namespace Decayscope
