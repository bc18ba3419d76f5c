// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "controlgroup.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(65536)) : QString();
}

bool put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

/// The path behind "0::", which is this program's in the one tree of the second version.
QString ownGroup(const QString &file)
{
    const auto lines = textOf(file).split(u'\n');
    for (const auto &line : lines) {
        if (line.startsWith(u"0::/"))
            return QDir::cleanPath(line.mid(3));
    }
    return {};
}

bool isOpen(const QString &folder)
{
    const auto controllers = textOf(folder + u"/cgroup.subtree_control"_s).simplified().split(u' ');
    const auto path = QFile::encodeName(folder);
    return controllers.contains(u"memory") && controllers.contains(u"pids")
        && ::access(path.constData(), W_OK | X_OK) == 0
        && ::access(QByteArray(path + "/cgroup.procs").constData(), W_OK) == 0;
}

/// The nearest group above `group` that takes further ones.
QString openParent(const QString &root, QString group)
{
    while (group.size() > 1) {
        group = group.left(std::max(group.lastIndexOf(u'/'), qsizetype{1}));
        const QString folder = root + group;
        if (isOpen(folder))
            return QDir::cleanPath(folder);
    }
    return {};
}

/// Groups of programs that were killed stay; they are empty, and nobody else's programs have their numbers.
void removeStaleGroups(const QString &parent)
{
    const auto names = QDir(parent).entryList({u"decayscope-*"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto &name : names) {
        const auto process = name.section(u'-', 1, 1).toInt();
        if (process > 0 && ::kill(process, 0) != 0 && errno == ESRCH)
            ::rmdir(QFile::encodeName(parent + u'/' + name).constData());
    }
}

} // namespace

std::unique_ptr<ControlGroup> ControlGroup::make(const SandboxLimits &limits, const QString &root, const QString &own)
{
    static std::atomic<int> number = 0;
    const auto group = ownGroup(own);
    const auto parent = group.isEmpty() ? QString() : openParent(root, group);
    if (parent.isEmpty())
        return {};
    removeStaleGroups(parent);
    std::unique_ptr<ControlGroup> made(new ControlGroup);
    made->m_path = parent + u"/decayscope-%1-%2"_s.arg(::getpid()).arg(++number);
    const auto path = QFile::encodeName(made->m_path);
    if (::mkdir(path.constData(), 0755) != 0)
        return {};
    constexpr int unseen = 16; // bubblewrap's own processes.
    const bool isSet = put(made->m_path + u"/memory.max"_s, QByteArray::number(limits.memoryBytes))
        && put(made->m_path + u"/pids.max"_s, QByteArray::number(limits.processes + unseen));
    put(made->m_path + u"/memory.swap.max"_s, "0");
    made->m_entrance.reset(::open(QByteArray(path + "/cgroup.procs").constData(), O_WRONLY | O_CLOEXEC));
    return isSet && made->m_entrance.isOpen() ? std::move(made) : nullptr;
}

ControlGroup::~ControlGroup()
{
    ::rmdir(QFile::encodeName(m_path).constData());
}

int ControlGroup::kills() const
{
    const auto lines = textOf(m_path + u"/memory.events"_s).split(u'\n');
    for (const auto &line : lines) {
        if (line.startsWith(u"oom_kill "))
            return line.section(u' ', 1, 1).toInt();
    }
    return 0;
}

} // namespace Decayscope
