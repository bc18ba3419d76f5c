// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "syscallfilter.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <vector>

namespace Decayscope {

namespace {

#if defined(__x86_64__)
constexpr quint32 processor = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr quint32 processor = AUDIT_ARCH_AARCH64;
#else
constexpr quint32 processor = 0;
#endif

/// Calls of other processors' numbering on x86_64 begin here.
constexpr quint32 foreignCalls = 0x40000000;

/// As if the kernel did not know them, so that programs take another way.
constexpr std::array unknownCalls{SYS_clone3, SYS_memfd_create, SYS_memfd_secret, SYS_io_uring_setup,
    SYS_io_uring_enter, SYS_io_uring_register, SYS_userfaultfd};

constexpr std::array refusedCalls{SYS_keyctl, SYS_add_key, SYS_request_key, SYS_mount, SYS_umount2, SYS_pivot_root,
    SYS_unshare, SYS_setns, SYS_fsopen, SYS_fsconfig, SYS_fsmount, SYS_fspick, SYS_move_mount, SYS_open_tree,
    SYS_mount_setattr, SYS_bpf, SYS_perf_event_open, SYS_kexec_load, SYS_kexec_file_load, SYS_init_module,
    SYS_finit_module, SYS_delete_module, SYS_name_to_handle_at, SYS_open_by_handle_at, SYS_fanotify_init, SYS_swapon,
    SYS_swapoff, SYS_reboot, SYS_acct, SYS_quotactl, SYS_syslog, SYS_ptrace, SYS_process_vm_readv,
    SYS_process_vm_writev, SYS_pidfd_getfd, SYS_settimeofday, SYS_clock_settime};

constexpr quint32 newNamespaces
    = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET;

/// System V memory stays when nobody holds it: PostgreSQL needs a few bytes.
constexpr quint32 longestSharedSegment = 65536;

constexpr quint32 low(std::size_t argument)
{
    return static_cast<quint32>(
        offsetof(seccomp_data, args) + argument * sizeof(quint64)); // The processors are little-endian.
}

/// A filter that grows line by line.
class FilterWriter
{
public:
    void load(quint32 place) { m_lines.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, place)); }

    void answer(quint32 result) { m_lines.push_back(BPF_STMT(BPF_RET | BPF_K, result)); }
    void fail(int error) { answer(SECCOMP_RET_ERRNO | static_cast<quint32>(error)); }
    void allow() { answer(SECCOMP_RET_ALLOW); }

    /// The next `lines` count only where the loaded value compares so.
    void ifEqual(quint32 value, quint8 lines) { jump(BPF_JEQ, value, 0, lines); }
    void ifNotEqual(quint32 value, quint8 lines) { jump(BPF_JEQ, value, lines, 0); }
    void ifAtLeast(quint32 value, quint8 lines) { jump(BPF_JGE, value, 0, lines); }
    void ifAny(quint32 bits, quint8 lines) { jump(BPF_JSET, bits, 0, lines); }

    [[nodiscard]] QByteArray bytes() const
    {
        return {reinterpret_cast<const char *>(m_lines.data()),
            static_cast<qsizetype>(m_lines.size() * sizeof(sock_filter))};
    }

private:
    void jump(quint16 comparison, quint32 value, quint8 ifSo, quint8 ifNot)
    {
        m_lines.push_back(BPF_JUMP(static_cast<quint16>(BPF_JMP | BPF_K | comparison), value, ifSo, ifNot));
    }

    std::vector<sock_filter> m_lines;
};

void refuseForeigners(FilterWriter &filter)
{
    filter.load(offsetof(seccomp_data, arch));
    filter.ifNotEqual(processor, 1);
    filter.fail(ENOSYS);
    filter.load(offsetof(seccomp_data, nr));
    if (processor == AUDIT_ARCH_X86_64) {
        filter.ifAtLeast(foreignCalls, 1);
        filter.fail(ENOSYS);
    }
}

void refuseCalls(FilterWriter &filter)
{
    for (const auto call : unknownCalls) {
        filter.ifEqual(static_cast<quint32>(call), 1);
        filter.fail(ENOSYS);
    }
    for (const auto call : refusedCalls) {
        filter.ifEqual(static_cast<quint32>(call), 1);
        filter.fail(EPERM);
    }
}

void refuseNamespaces(FilterWriter &filter)
{
    filter.ifEqual(SYS_clone, 4);
    filter.load(low(0));
    filter.ifAny(newNamespaces, 1);
    filter.fail(EPERM);
    filter.allow();
}

void refuseStrangeSockets(FilterWriter &filter)
{
    for (const auto call : {SYS_socket, SYS_socketpair}) {
        filter.ifEqual(static_cast<quint32>(call), 7);
        filter.load(low(0));
        filter.ifNotEqual(AF_UNIX, 4);
        filter.ifNotEqual(AF_INET, 3);
        filter.ifNotEqual(AF_INET6, 2);
        filter.ifNotEqual(AF_NETLINK, 1);
        filter.fail(EAFNOSUPPORT);
        filter.allow();
    }
}

void refuseTyping(FilterWriter &filter)
{
    filter.ifEqual(SYS_ioctl, 5);
    filter.load(low(1));
    filter.ifEqual(TIOCSTI, 1);
    filter.fail(EPERM);
    filter.ifEqual(TIOCLINUX, 1);
    filter.fail(EPERM);
}

void refuseLostMemory(FilterWriter &filter)
{
    filter.load(offsetof(seccomp_data, nr));
    filter.ifEqual(SYS_shmget, 6);
    filter.load(low(1) + sizeof(quint32));
    filter.ifNotEqual(0, 1);
    filter.fail(ENOMEM);
    filter.load(low(1));
    filter.ifAtLeast(longestSharedSegment + 1, 1);
    filter.fail(ENOMEM);
}

} // namespace

QByteArray syscallFilter()
{
    if (processor == 0)
        return {};
    FilterWriter filter;
    refuseForeigners(filter);
    refuseCalls(filter);
    refuseNamespaces(filter);
    refuseStrangeSockets(filter);
    refuseTyping(filter);
    refuseLostMemory(filter);
    filter.allow();
    return filter.bytes();
}

} // namespace Decayscope
