// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandboxnamespace.h"

#include "namespaceremedy.h"
#include "socketpassing.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// Nobody's on the systems known, beyond the users of Debian and below those of containers.
constexpr int unprivilegedUser = 64321;

/// What the first process of a namespace says.
struct Word
{
    int step = 0; ///< 0 when it went well.
    int error = 0;
};

bool say(int wire, const Word &word) noexcept
{
    return ::send(wire, &word, sizeof word, MSG_NOSIGNAL) == sizeof word;
}

bool hear(int wire, Word &word) noexcept
{
    ssize_t got = 0;
    do {
        got = ::recv(wire, &word, sizeof word, MSG_WAITALL);
    } while (got < 0 && errno == EINTR);
    return got == sizeof word;
}

bool raiseLoopback() noexcept
{
    const int wire = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (wire < 0)
        return false;
    ifreq request{};
    std::memcpy(static_cast<char *>(request.ifr_name), "lo", 3);
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    const bool isUp = ::ioctl(wire, SIOCSIFFLAGS, &request) == 0;
    ::close(wire);
    return isUp;
}

/// Programs in containers may take ports below 1024; so may those here.
void openLowPorts() noexcept
{
    const int file = ::open("/proc/sys/net/ipv4/ip_unprivileged_port_start", O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return;
    [[maybe_unused]] const auto written = ::write(file, "0", 1);
    ::close(file);
}

bool becomeSandboxUser() noexcept
{
    return ::syscall(SYS_setresgid, sandboxUser, sandboxUser, sandboxUser) == 0
        && ::syscall(SYS_setresuid, sandboxUser, sandboxUser, sandboxUser) == 0;
}

/// The forked process whose namespaces are kept: makes them, waits for its user, looks whether that user sees
/// `program`, and ends.
[[noreturn]] void makeNamespaces(int wire, const char *program) noexcept
{
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) {
        say(wire, {1, errno});
        ::_exit(1);
    }
    if (!raiseLoopback()) {
        say(wire, {2, errno});
        ::_exit(1);
    }
    openLowPorts();
    Word word;
    if (!say(wire, {}) || !hear(wire, word))
        ::_exit(1);
    if (!becomeSandboxUser())
        say(wire, {3, errno});
    else
        say(wire, {0, ::access(program, X_OK) == 0 ? 0 : errno});
    ::_exit(0);
}

bool writeLine(const QByteArray &path, const QByteArray &line)
{
    const Descriptor file(::open(path.constData(), O_WRONLY | O_CLOEXEC));
    return file.isOpen() && ::write(file.get(), line.constData(), static_cast<std::size_t>(line.size())) == line.size();
}

QByteArray mapLine(int inside, unsigned outside)
{
    return QByteArray::number(inside) + ' ' + QByteArray::number(outside) + " 1\n";
}

/// Whether all users of the system's own numbers are there, as for real root.
bool hasUser(int user)
{
    QFile map(u"/proc/self/uid_map"_s);
    if (!map.open(QIODevice::ReadOnly))
        return false;
    const auto lines = map.readAll().split('\n');
    for (const auto &line : lines) {
        const auto fields = line.simplified().split(' ');
        const auto first = fields.value(0).toLongLong();
        if (fields.size() == 3 && user >= first && user < first + fields.value(2).toLongLong())
            return true;
    }
    return false;
}

std::unexpected<Error> refused(const char *what, int error)
{
    return failure(ErrorKind::Refused, u"This system does not let Decayscope make a sandbox. "_s + namespaceRemedy(),
        QLatin1StringView(what) + u": "_s + QString::fromLocal8Bit(std::strerror(error)));
}

void awaitChild(pid_t child)
{
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) { }
}

/// A forked process and the wire to it.
class Helper
{
public:
    template <typename Work>
    explicit Helper(const Work &work)
    {
        std::array<int, 2> ends{-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            return;
        m_process = ::fork();
        if (m_process == 0) {
            ::close(ends[0]);
            work(ends[1]);
            ::_exit(0);
        }
        ::close(ends[1]);
        m_wire.reset(ends[0]);
    }
    Helper(const Helper &) = delete;
    Helper &operator=(const Helper &) = delete;
    ~Helper()
    {
        m_wire.reset();
        if (m_process > 0)
            awaitChild(m_process);
    }

    [[nodiscard]] bool isThere() const { return m_process > 0; }
    [[nodiscard]] int wire() const { return m_wire.get(); }
    [[nodiscard]] QByteArray folder() const { return "/proc/" + QByteArray::number(m_process); }

private:
    pid_t m_process = -1;
    Descriptor m_wire;
};

} // namespace

int sandboxOuterUser()
{
    const auto user = static_cast<int>(::geteuid());
    return user == 0 && hasUser(unprivilegedUser) ? unprivilegedUser : user;
}

Result<std::shared_ptr<const SandboxNamespace>> SandboxNamespace::make()
{
    const auto program = QFile::encodeName(QCoreApplication::applicationFilePath());
    const Helper helper([&program](int wire) { makeNamespaces(wire, program.constData()); });
    Word word;
    if (!helper.isThere() || !hear(helper.wire(), word))
        return refused("fork", errno);
    if (word.step != 0)
        return refused(word.step == 1 ? "unshare" : "loopback", word.error);

    const auto user = sandboxOuterUser();
    const auto group = static_cast<int>(::geteuid()) == user ? ::getegid() : static_cast<unsigned>(user);
    const auto folder = helper.folder();
    if (!writeLine(folder + "/setgroups", "deny")
        || !writeLine(folder + "/uid_map", mapLine(sandboxUser, static_cast<unsigned>(user)))
        || !writeLine(folder + "/gid_map", mapLine(sandboxUser, group)))
        return refused("user map", errno);

    std::shared_ptr<SandboxNamespace> space(new SandboxNamespace);
    space->m_isRoot = ::geteuid() == 0;
    space->m_user.reset(::open(QByteArray(folder + "/ns/user").constData(), O_RDONLY | O_CLOEXEC));
    space->m_network.reset(::open(QByteArray(folder + "/ns/net").constData(), O_RDONLY | O_CLOEXEC));
    if (!space->m_user.isOpen() || !space->m_network.isOpen())
        return refused("namespace", errno);
    if (!say(helper.wire(), {}) || !hear(helper.wire(), word) || word.step != 0)
        return refused("user", word.error);
    space->m_seesProgram = word.error == 0;
    return space;
}

bool SandboxNamespace::join(SandboxNetwork network) const noexcept
{
    // The plain calls: the C library's would wait for threads that a forked process does not have.
    if (m_isRoot)
        ::syscall(SYS_setgroups, 0, nullptr);
    return ::setns(m_user.get(), CLONE_NEWUSER) == 0
        && (network == SandboxNetwork::System || ::setns(m_network.get(), CLONE_NEWNET) == 0);
}

bool SandboxNamespace::enter(SandboxNetwork network) const noexcept
{
    return join(network) && becomeSandboxUser();
}

std::function<void()> SandboxNamespace::entrance(std::shared_ptr<const SandboxNamespace> space)
{
    return [space = std::move(space)] {
        // Root's programs may lie where no other user looks. They stay root's then, without any of its capabilities.
        const bool isInside
            = space->m_seesProgram ? space->enter(SandboxNetwork::Own) : space->join(SandboxNetwork::Own);
        if (!isInside)
            ::_exit(127);
    };
}

Result<int> SandboxNamespace::listenInside(int port) const
{
    const Helper helper([this, port](int wire) {
        const int socket = enter(SandboxNetwork::Own) ? listenOnLoopback(port) : -1;
        sendDescriptor(wire, socket, socket < 0 ? errno : 0);
    });
    int error = 0;
    const int socket = helper.isThere() ? receiveDescriptor(helper.wire(), error) : -1;
    if (socket >= 0)
        return socket;
    const auto evidence = QString::fromLocal8Bit(std::strerror(error));
    if (error == EADDRINUSE)
        return failure(ErrorKind::Busy, u"Port %1 inside the sandbox is taken."_s.arg(port), evidence);
    return failure(
        ErrorKind::Internal, u"Decayscope cannot listen on port %1 inside the sandbox."_s.arg(port), evidence);
}

} // namespace Decayscope
