// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foldertree.h"

#include "descriptor.h"

#include <QRandomGenerator>

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace Decayscope {

namespace {

constexpr int deepest = 64;

/// Empties folders. Deeper ones than it may hold open are moved up to the top one first.
class Emptier
{
public:
    explicit Emptier(int top)
        : m_top(top)
    { }

    bool run()
    {
        // Each round either ends or has moved folders up, which the next one finds.
        do {
            m_moved = false;
            m_left = 0;
            empty(m_top, 0);
        } while (m_moved);
        return m_left == 0;
    }

private:
    void empty(int folder, int depth)
    {
        const auto close = [](DIR *entries) { ::closedir(entries); };
        const int copy = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const std::unique_ptr<DIR, decltype(close)> entries(copy < 0 ? nullptr : ::fdopendir(copy), close);
        if (!entries) {
            ++m_left;
            return;
        }
        while (const auto *entry = ::readdir(entries.get())) {
            const QByteArray name(static_cast<const char *>(entry->d_name));
            if (name != "." && name != "..")
                remove(folder, name, depth);
        }
    }

    void remove(int parent, const QByteArray &name, int depth)
    {
        if (::unlinkat(parent, name.constData(), 0) == 0 || errno == ENOENT)
            return;
        if (::unlinkat(parent, name.constData(), AT_REMOVEDIR) == 0)
            return;
        const Descriptor place(::openat(parent, name.constData(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!place.isOpen()) {
            ++m_left;
            return;
        }
        unlock(place);
        if (depth >= deepest) {
            moveUp(parent, name);
            return;
        }
        const Descriptor folder(::openat(place.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (folder.isOpen())
            empty(folder.get(), depth + 1);
        if (!m_moved && ::unlinkat(parent, name.constData(), AT_REMOVEDIR) != 0)
            ++m_left;
        else if (m_moved)
            ::unlinkat(parent, name.constData(), AT_REMOVEDIR);
    }

    static void unlock(const Descriptor &folder)
    {
        const QByteArray path = "/proc/self/fd/" + QByteArray::number(folder.get());
        [[maybe_unused]] const auto changed = ::chmod(path.constData(), S_IRWXU);
    }

    void moveUp(int parent, const QByteArray &name)
    {
        const QByteArray place = ".decayscope-removed-" + QByteArray::number(++m_number);
        if (::renameat(parent, name.constData(), m_top, place.constData()) == 0)
            m_moved = true;
        else
            ++m_left;
    }

    int m_top;
    qint64 m_left = 0;
    quint64 m_number = QRandomGenerator::system()->generate64(); ///< Names nobody can have taken before.
    bool m_moved = false;
};

} // namespace

int openBeneath(int folder, const QByteArray &path, int flags, unsigned mode)
{
    open_how how{};
    how.flags = static_cast<__u64>(flags | O_CLOEXEC | O_NOFOLLOW);
    how.mode = mode;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    return static_cast<int>(::syscall(SYS_openat2, folder, path.constData(), &how, sizeof how));
}

bool emptyFolder(int folder)
{
    return Emptier(folder).run();
}

} // namespace Decayscope
