// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bubblewraplaunch.h"

#include "bubblewraparguments.h"
#include "pipes.h"
#include "syscallfilter.h"

#include <fcntl.h>
#include <linux/keyctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// Everything the forked process needs, made ready before the fork.
struct LaunchPlan
{
    const SandboxNamespace *space = nullptr;
    SandboxNetwork network = SandboxNetwork::Own;
    char *const *arguments = nullptr;
    char *const *environment = nullptr;
    std::array<int, 7> descriptors{}; ///< In the order of their new numbers.
    int trouble = -1; ///< Hears the error where the start fails.
    int processGroup = -1;
    pid_t parent = 0;
    rlim_t fileBytes = 0;
    rlim_t processes = 0;
};

void limit(__rlimit_resource_t resource, rlim_t value) noexcept
{
    rlimit now{};
    ::getrlimit(resource, &now);
    now.rlim_max = std::min(now.rlim_max, value);
    now.rlim_cur = now.rlim_max;
    ::setrlimit(resource, &now);
}

void setLimits(const LaunchPlan &plan) noexcept
{
    limit(RLIMIT_FSIZE, plan.fileBytes);
    limit(RLIMIT_NPROC, plan.processes);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 8192);
    limit(RLIMIT_MSGQUEUE, rlim_t{1} << 20);
    limit(RLIMIT_MEMLOCK, rlim_t{64} << 20);
    limit(RLIMIT_RTPRIO, 0);
    limit(RLIMIT_NICE, 0);
}

void resetSignals() noexcept
{
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    struct sigaction plain{};
    plain.sa_handler = SIG_DFL;
    for (int number = 1; number < 65; ++number)
        ::sigaction(number, &plain, nullptr);
}

/// Standard streams and bubblewrap's own get their numbers; all others close when it starts.
bool arrangeDescriptors(const LaunchPlan &plan) noexcept
{
    constexpr int aside = 64;
    std::array<int, 7> moved{};
    for (std::size_t place = 0; place < moved.size(); ++place) {
        moved[place] = ::fcntl(plan.descriptors[place], F_DUPFD_CLOEXEC, aside);
        if (moved[place] < 0)
            return false;
    }
    // The one that tells of trouble may have one of the numbers.
    const int trouble = ::fcntl(plan.trouble, F_DUPFD_CLOEXEC, aside);
    for (std::size_t place = 0; place < moved.size(); ++place) {
        if (::dup2(moved[place], static_cast<int>(place)) < 0)
            return false;
    }
    ::syscall(SYS_close_range, moved.size(), ~0U, 1U << 2U); // CLOSE_RANGE_CLOEXEC
    return trouble >= 0 && ::dup3(trouble, static_cast<int>(moved.size()), O_CLOEXEC) >= 0;
}

/// In the network of this system there are sockets without a place on the disk, such as a display's. Kernels that can
/// keep programs away from them do.
void leaveAbstractSockets() noexcept
{
    const struct
    {
        quint64 files;
        quint64 network;
        quint64 scopes;
    } rules{0, 0, 1};
    const auto ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0U));
    if (ruleset < 0)
        return;
    ::syscall(SYS_landlock_restrict_self, ruleset, 0U);
    ::close(ruleset);
}

void joinGroup(int group) noexcept
{
    if (group >= 0) [[maybe_unused]]
        const auto written = ::write(group, "0", 1);
}

void beFirstToGo() noexcept
{
    const int file = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file >= 0) {
        [[maybe_unused]] const auto written = ::write(file, "1000", 4);
        ::close(file);
    }
}

[[noreturn]] void giveUp(int trouble) noexcept
{
    const int error = errno;
    [[maybe_unused]] const auto written = ::write(trouble, &error, sizeof error);
    ::_exit(127);
}

[[noreturn]] void runPlan(const LaunchPlan &plan) noexcept
{
    resetSignals();
    ::setsid();
    ::umask(022);
    joinGroup(plan.processGroup);
    beFirstToGo();
    ::syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, nullptr);
    if (!plan.space->enter(plan.network))
        giveUp(plan.trouble);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (plan.network == SandboxNetwork::System)
        leaveAbstractSockets();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != plan.parent)
        ::_exit(127);
    if (!arrangeDescriptors(plan))
        giveUp(plan.trouble);
    setLimits(plan);
    ::execve(plan.arguments[0], plan.arguments, plan.environment);
    giveUp(static_cast<int>(plan.descriptors.size()));
}

/// Descriptor 6 is the gate's.
constexpr char gateScript[] = "read -r word <&6 || exit 125; exec 6<&-; unset word; exec \"$@\"";

/// Waits until bubblewrap runs; the error where it does not.
int awaitStart(const Pipe &trouble)
{
    int error = 0;
    ssize_t got = 0;
    do {
        got = ::read(trouble.reader.get(), &error, sizeof error);
    } while (got < 0 && errno == EINTR);
    return got == sizeof error ? error : 0;
}

std::vector<char *> pointersTo(QList<QByteArray> &texts)
{
    std::vector<char *> pointers;
    pointers.reserve(static_cast<std::size_t>(texts.size()) + 1);
    for (auto &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

QByteArray joined(const QList<QByteArray> &options)
{
    QByteArray bytes;
    for (const auto &option : options)
        bytes += option + '\0';
    return bytes;
}

std::unexpected<Error> notStarted(const LaunchSpec &spec, int error)
{
    return failure(error == ENOENT ? ErrorKind::NotFound : ErrorKind::Internal,
        u"Cannot start \"%1\" for the sandbox."_s.arg(QString::fromLocal8Bit(spec.program)),
        QString::fromLocal8Bit(std::strerror(error)));
}

} // namespace

Result<LaunchedProcess> launchBubblewrap(const SandboxNamespace &space, const LaunchSpec &spec)
{
    auto words = QList<QByteArray>{spec.program, "--args", QByteArray::number(argumentsDescriptor), "--", "sh", "-c",
                     gateScript, gateName}
        + spec.command;
    QList<QByteArray> variables{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"};
    const auto arguments = pointersTo(words);
    const auto environment = pointersTo(variables);
    const auto options = memoryFile(joined(spec.options));
    const auto filter = memoryFile(syscallFilter());
    const auto input
        = spec.input.isEmpty() ? Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)) : memoryFile(spec.input);
    auto output = makePipe();
    auto status = makePipe();
    auto trouble = makePipe();
    auto gate = makePipe();
    LaunchPlan plan{.space = &space,
        .network = spec.network,
        .arguments = arguments.data(),
        .environment = environment.data(),
        .descriptors = {input.get(), output.writer.get(), output.writer.get(), options.get(), status.writer.get(),
            filter.get(), gate.reader.get()},
        .trouble = trouble.writer.get(),
        .processGroup = spec.processGroup,
        .parent = ::getpid(),
        .fileBytes = static_cast<rlim_t>(std::max(spec.limits.fileBytes, qint64{4096})),
        .processes = static_cast<rlim_t>(std::max(spec.limits.processes, 8))};
    if (std::ranges::any_of(plan.descriptors, [](int number) { return number < 0; }) || !trouble.writer.isOpen())
        return notStarted(spec, errno);

    ::fcntl(output.reader.get(), F_SETFL, O_NONBLOCK);
    ::fcntl(status.reader.get(), F_SETFL, O_NONBLOCK);
    LaunchedProcess launched;
    launched.process = ::fork();
    if (launched.process == 0)
        runPlan(plan);
    if (launched.process < 0)
        return notStarted(spec, errno);
    trouble.writer.reset();
    if (const int error = awaitStart(trouble); error != 0) {
        while (::waitpid(launched.process, nullptr, 0) < 0 && errno == EINTR) { }
        return notStarted(spec, error);
    }
    launched.handle.reset(static_cast<int>(::syscall(SYS_pidfd_open, launched.process, 0)));
    launched.output = std::move(output.reader);
    launched.status = std::move(status.reader);
    launched.gate = std::move(gate.writer);
    launched.gateEnd = std::move(gate.reader);
    return launched;
}

} // namespace Decayscope
