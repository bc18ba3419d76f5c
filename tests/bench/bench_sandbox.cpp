// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sandbox/runfolder.h>
#include <sandbox/sandboxes.h>

#include <QCoreApplication>
#include <QProcess>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace Decayscope;
using namespace Qt::StringLiterals;

// What a sandbox costs beside a plain process: the overhead of a run, and of each command in it.

namespace {

constexpr int rounds = 30;

/// The median time of `work`, in milliseconds.
double median(const std::function<void()> &work)
{
    std::vector<double> times;
    times.reserve(rounds);
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(times);
    return times[rounds / 2];
}

CommandSpec nothing()
{
    CommandSpec command;
    command.command = {u"true"_s};
    return command;
}

bool runNothing(SandboxSession &session)
{
    const auto report = runCommand(session, nothing(), {});
    return report && report->isSuccess();
}

/// Everything a run pays for: folder, session, one command, and their end.
bool runWhole(Sandbox &sandbox)
{
    const auto folder = sandbox.makeFolder();
    if (!folder)
        return false;
    SessionSpec spec;
    spec.workspace = (*folder)->path();
    const auto session = sandbox.open(spec);
    return session && runNothing(**session);
}

} // namespace

int main(int count, char **words)
{
    const QCoreApplication application(count, words);
    const auto sandbox = bubblewrapSandbox();
    if (!sandbox) {
        std::fprintf(stderr, "%s\n", qPrintable(sandbox.error().message));
        return 1;
    }
    bool isGood = true;
    const auto plain = median([] { QProcess::execute(u"true"_s); });
    const auto whole = median([&] { isGood = runWhole(**sandbox) && isGood; });
    const auto folder = (*sandbox)->makeFolder();
    SessionSpec spec;
    spec.workspace = folder ? (*folder)->path() : QString();
    const auto session = (*sandbox)->open(spec);
    if (!session || !isGood)
        return 1;
    const auto command = median([&] { isGood = runNothing(**session) && isGood; });
    std::printf("%s, medians of %d rounds\n", qPrintable((*sandbox)->description()), rounds);
    std::printf("plain process            %7.1f ms\n", plain);
    std::printf("command in a session     %7.1f ms  overhead %.1f ms\n", command, command - plain);
    std::printf("folder, session, command %7.1f ms  overhead %.1f ms (wanted: at most 150 ms)\n", whole, whole - plain);
    return isGood ? 0 : 1;
}
