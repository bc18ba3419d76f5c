// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processwatch.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <utility>

namespace Decayscope {

namespace {

/// A file of /proc, as far as it is of use here.
QByteArray readEntry(int folder, const QByteArray &path)
{
    const Descriptor file(::openat(folder, path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file.isOpen())
        return {};
    std::array<char, 8192> text{};
    const auto size = ::read(file.get(), text.data(), text.size());
    return size > 0 ? QByteArray(text.data(), size) : QByteArray();
}

/// The number behind `name` at the start of a line, in KiB as /proc has it; 0 where it is absent.
qint64 fieldBytes(const QByteArray &text, const QByteArray &name)
{
    const QByteArray start = '\n' + name + ':';
    const auto place = text.indexOf(start);
    if (place < 0)
        return 0;
    const auto from = place + start.size();
    const auto end = text.indexOf('\n', from);
    auto number = text.mid(from, end < 0 ? -1 : end - from).trimmed();
    number.truncate(std::max(number.indexOf(' '), qsizetype{0}));
    return number.toLongLong() * 1024;
}

qint64 usedBytes(int root, const char *folder)
{
    const Descriptor place(::openat(root, folder, O_PATH | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    struct statfs system{};
    if (!place.isOpen() || ::fstatfs(place.get(), &system) != 0 || system.f_type != TMPFS_MAGIC)
        return 0;
    return static_cast<qint64>(system.f_blocks - system.f_bfree) * static_cast<qint64>(system.f_bsize);
}

/// Calls `see` with the name of each entry of `path` that is a number: a process, or a descriptor.
template <typename See>
void eachNumber(int parent, const QByteArray &path, const See &see)
{
    const auto close = [](DIR *folder) { ::closedir(folder); };
    const int copy = ::openat(parent, path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    const std::unique_ptr<DIR, decltype(close)> folder(copy < 0 ? nullptr : ::fdopendir(copy), close);
    while (const auto *entry = folder ? ::readdir(folder.get()) : nullptr) {
        const auto *name = static_cast<const char *>(entry->d_name);
        if (*name >= '0' && *name <= '9')
            see(QByteArray(name));
    }
}

} // namespace

bool ProcessWatch::open(int first)
{
    const QByteArray path = "/proc/" + QByteArray::number(first);
    Descriptor folder(::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    Descriptor root(::openat(folder.get(), "root", O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen() || !root.isOpen())
        return false;
    Descriptor processes(::openat(root.get(), "proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    struct statfs system{};
    struct stat there{};
    struct stat here{};
    // Before its root is made, the process still sees the /proc of this system.
    if (!processes.isOpen() || ::fstatfs(processes.get(), &system) != 0 || system.f_type != PROC_SUPER_MAGIC
        || ::fstat(processes.get(), &there) != 0 || ::stat("/proc", &here) != 0 || there.st_dev == here.st_dev)
        return false;
    m_first = std::move(folder);
    m_processes = std::move(processes);
    m_root = std::move(root);
    return true;
}

bool ProcessWatch::isSettled() const
{
    const auto first = readEntry(m_first.get(), "stat");
    return first.contains(") S ") && readEntry(m_processes.get(), "2/stat").startsWith("2 (sh) S ");
}

std::optional<ProcessWatch::Account> ProcessWatch::account(int folder, const QByteArray &process)
{
    const auto stat = readEntry(folder, process + "stat");
    // The name in brackets may hold anything.
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20)
        return {};
    Account account;
    account.tasks = static_cast<int>(std::clamp(fields.at(17).toLongLong(), qint64{1}, qint64{1} << 20));
    for (const auto field : {11, 12, 13, 14})
        account.ticks += fields.at(field).toLongLong();
    const auto status = readEntry(folder, process + "status");
    for (const auto *field : {"RssAnon", "RssShmem", "VmSwap", "VmPTE", "HugetlbPages"})
        account.memory += fieldBytes(status, QByteArray(field));
    return account;
}

qint64 ProcessWatch::memoryFolders() const
{
    return usedBytes(m_root.get(), "dev/shm") + usedBytes(m_root.get(), "tmp");
}

std::vector<ProcessWatch::Account> ProcessWatch::accounts() const
{
    std::vector<Account> accounts;
    const auto add = [&accounts](std::optional<Account> account) {
        if (account)
            accounts.push_back(*account);
    };
    add(account(m_first.get(), {}));
    eachNumber(m_processes.get(), ".", [&](const QByteArray &process) {
        if (process != "1")
            add(account(m_processes.get(), process + '/'));
    });
    return accounts;
}

ProcessTotals ProcessWatch::read()
{
    static const auto ticksPerSecond = std::max(::sysconf(_SC_CLK_TCK), 1L);
    ProcessTotals totals;
    qint64 ticks = 0;
    for (const auto &account : accounts()) {
        totals.memoryBytes += account.memory;
        totals.tasks += account.tasks;
        ticks += account.ticks;
    }
    if (totals.tasks > 0) {
        m_lostTicks += std::max(m_ticks - ticks, qint64{0});
        m_ticks = ticks;
    }
    totals.memoryBytes += memoryFolders();
    totals.cpuMilliseconds = (m_ticks + m_lostTicks) * 1000 / ticksPerSecond;
    return totals;
}

qint64 ProcessWatch::exactMemory() const
{
    auto bytes = memoryFolders();
    eachNumber(m_processes.get(), ".", [&](const QByteArray &process) {
        const auto status = readEntry(m_processes.get(), process + "/status");
        bytes += fieldBytes(status, "VmPTE") + fieldBytes(status, "HugetlbPages");
        const auto shares = readEntry(m_processes.get(), process + "/smaps_rollup");
        if (shares.isEmpty())
            bytes += fieldBytes(status, "RssAnon") + fieldBytes(status, "RssShmem") + fieldBytes(status, "VmSwap");
        else
            bytes += fieldBytes(shares, "Pss_Anon") + fieldBytes(shares, "Pss_Shmem") + fieldBytes(shares, "SwapPss");
    });
    return bytes;
}

qint64 ProcessWatch::namelessBytes() const
{
    std::set<std::pair<dev_t, ino_t>> seen;
    qint64 bytes = 0;
    eachNumber(m_processes.get(), ".", [&](const QByteArray &process) {
        const QByteArray folder = process + "/fd";
        eachNumber(m_processes.get(), folder, [&](const QByteArray &number) {
            struct stat info{};
            if (::fstatat(m_processes.get(), QByteArray(folder + '/' + number).constData(), &info, 0) == 0
                && S_ISREG(info.st_mode) && info.st_nlink == 0 && seen.emplace(info.st_dev, info.st_ino).second)
                bytes += static_cast<qint64>(info.st_blocks) * 512;
        });
    });
    return bytes;
}

} // namespace Decayscope
