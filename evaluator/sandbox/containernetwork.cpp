// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "containernetwork.h"

#include <QString>

#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// Room for one descriptor beside a message.
struct Parcel
{
    explicit Parcel(int &content)
        : part{&content, sizeof content}
    {
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
    }

    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    iovec part;
    msghdr message{};
};

void send(int wire, int descriptor, int error) noexcept
{
    Parcel parcel(error);
    auto *head = CMSG_FIRSTHDR(&parcel.message);
    if (descriptor < 0 || head == nullptr) {
        parcel.message.msg_controllen = 0;
    } else {
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(head), &descriptor, sizeof descriptor);
    }
    ::sendmsg(wire, &parcel.message, MSG_NOSIGNAL);
}

int receive(int wire, int &error)
{
    Parcel parcel(error);
    ssize_t got = 0;
    do {
        got = ::recvmsg(wire, &parcel.message, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    const auto *head = got > 0 ? CMSG_FIRSTHDR(&parcel.message) : nullptr;
    int descriptor = -1;
    if (head != nullptr && head->cmsg_type == SCM_RIGHTS)
        std::memcpy(&descriptor, CMSG_DATA(head), sizeof descriptor);
    return descriptor;
}

/// A socket that listens on the loopback here; -1 with errno otherwise.
int listeningSocket(int port) noexcept
{
    const int wire = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(wire, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool listens
        = ::bind(wire, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 && ::listen(wire, 128) == 0;
    return listens ? wire : -1; // Where it does not listen, its process is about to end.
}

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
    const std::shared_ptr<ContainerNetwork> network(new ContainerNetwork);
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
        const int socket = enter() ? listeningSocket(port) : -1;
        send(there.get(), socket, errno);
        ::_exit(0);
    }
    there.reset();
    int error = 0;
    const int socket = helper > 0 ? receive(here.get(), error) : -1;
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
