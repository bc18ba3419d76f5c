// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containernetwork.h"

#include "socketpassing.h"

#include <QString>

#include <fcntl.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

Descriptor opened(int process, const char *space)
{
    const QByteArray path = "/proc/" + QByteArray::number(process) + "/ns/" + space;
    return Descriptor(::open(path.constData(), O_RDONLY | O_CLOEXEC));
}

bool isSame(const Descriptor &a, const Descriptor &b)
{
    struct stat first{};
    struct stat second{};
    return ::fstat(a.get(), &first) == 0 && ::fstat(b.get(), &second) == 0 && first.st_ino == second.st_ino;
}

} // namespace

Result<std::shared_ptr<const ContainerNetwork>> ContainerNetwork::ofProcess(int process)
{
    std::shared_ptr<ContainerNetwork> network(new ContainerNetwork);
    network->m_network = opened(process, "net");
    network->m_user = opened(process, "user");
    if (!network->m_network.isOpen() || !network->m_user.isOpen())
        return failure(ErrorKind::Refused,
            u"The network of a container can be entered by root alone here. Use podman without root, or bubblewrap."_s,
            QString::fromLocal8Bit(std::strerror(errno)));
    if (isSame(network->m_user, opened(::getpid(), "user")))
        network->m_user.reset();
    return network;
}

bool ContainerNetwork::enter() const noexcept
{
    return (!m_user.isOpen() || ::setns(m_user.get(), CLONE_NEWUSER) == 0)
        && ::setns(m_network.get(), CLONE_NEWNET) == 0;
}

Result<int> ContainerNetwork::listenInside(int port) const
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return failure(ErrorKind::Internal, u"This program has too many files open."_s);
    const Descriptor here(ends[0]);
    Descriptor there(ends[1]);
    const auto helper = ::fork();
    if (helper == 0) {
        const int socket = enter() ? listenOnLoopback(port) : -1;
        sendDescriptor(there.get(), socket, socket < 0 ? errno : 0);
        ::_exit(0);
    }
    there.reset();
    int error = 0;
    const int socket = helper > 0 ? receiveDescriptor(here.get(), error) : -1;
    while (helper > 0 && ::waitpid(helper, nullptr, 0) < 0 && errno == EINTR) { }
    if (socket >= 0)
        return socket;
    const auto evidence = QString::fromLocal8Bit(std::strerror(error));
    if (error == EADDRINUSE)
        return failure(ErrorKind::Busy, u"Port %1 inside the container is taken."_s.arg(port), evidence);
    return failure(
        ErrorKind::Internal, u"Decayscope cannot listen on port %1 inside the container."_s.arg(port), evidence);
}

} // namespace Decayscope
