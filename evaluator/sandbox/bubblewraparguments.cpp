// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bubblewraparguments.h"

#include "sandboxnamespace.h"
#include "syscallfilter.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// Settings of programs that hold nothing of the user's.
constexpr std::array systemSettings{"/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives",
    "/etc/ssl/certs", "/etc/ssl/openssl.cnf", "/etc/ca-certificates", "/etc/pki/tls", "/etc/pki/ca-trust",
    "/etc/crypto-policies", "/etc/localtime", "/etc/timezone", "/etc/protocols", "/etc/services", "/etc/mime.types",
    "/etc/python3", "/etc/perl", "/etc/terminfo", "/etc/fonts", "/etc/magic"};

constexpr std::array systemFolders{"/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"};

/// Options one after the other.
class OptionList
{
public:
    template <typename... Part>
    void add(const Part &...part)
    {
        (m_options.append(bytes(part)), ...);
    }

    [[nodiscard]] QList<QByteArray> options() const { return m_options; }

private:
    static QByteArray bytes(const char *text) { return text; }
    static QByteArray bytes(const QByteArray &text) { return text; }
    static QByteArray bytes(const QString &text) { return QFile::encodeName(text); }

    QList<QByteArray> m_options;
};

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(qint64{1024} * 1024) : QByteArray();
}

void addWalls(OptionList &options)
{
    const auto user = QByteArray::number(sandboxUser);
    options.add("--unshare-user", "--uid", user, "--gid", user, "--unshare-pid", "--unshare-ipc", "--unshare-uts",
        "--unshare-cgroup-try", "--disable-userns", "--die-with-parent", "--new-session", "--hostname", "sandbox",
        "--json-status-fd", QByteArray::number(statusDescriptor));
    if (!syscallFilter().isEmpty())
        options.add("--seccomp", QByteArray::number(filterDescriptor));
}

void addSystem(OptionList &options)
{
    options.add("--ro-bind", "/usr", "/usr");
    for (const auto *folder : systemFolders) {
        const auto aim = QFile::symLinkTarget(QLatin1StringView(folder));
        if (!aim.isEmpty())
            options.add("--symlink", aim.startsWith(u'/') ? aim.mid(1) : aim, folder);
        else
            options.add("--ro-bind-try", folder, folder);
    }
    for (const auto *setting : systemSettings)
        options.add("--ro-bind-try", setting, setting);
    // bubblewrap's own process, the first, has the same user: nobody may write into its memory and make it stay.
    options.add("--proc", "/proc", "--size", "4096", "--perms", "0555", "--tmpfs", "/proc/1", "--remount-ro", "/proc/1",
        "--dev", "/dev");
}

void addAccounts(OptionList &options, const CommandSpec &command, const QString &accounts)
{
    const auto front = command.network == SandboxNetwork::System ? u"system-"_s : QString();
    for (const auto *name : {"passwd", "group", "nsswitch.conf"})
        options.add("--ro-bind", QString(accounts + u'/' + QLatin1StringView(name)), QByteArray("/etc/") + name);
    for (const auto *name : {"hosts", "resolv.conf"})
        options.add(
            "--ro-bind", QString(accounts + u'/' + front + QLatin1StringView(name)), QByteArray("/etc/") + name);
}

/// Folders in memory; what lies there counts as memory.
void addMemoryFolders(OptionList &options, const SandboxLimits &limits, bool hasTemporary)
{
    const auto size = QByteArray::number(std::clamp(limits.memoryBytes / 2, qint64{1} << 20, qint64{1} << 40));
    options.add("--perms", "1777", "--size", size, "--tmpfs", "/dev/shm", "--remount-ro", "/dev");
    if (!hasTemporary)
        options.add("--perms", "1777", "--size", size, "--tmpfs", "/tmp");
    options.add("--dir", "/run", "--dir", "/var", "--symlink", "../tmp", "/var/tmp", "--symlink", "../run", "/var/run");
}

void addBinds(OptionList &options, const std::vector<SandboxBind> &binds)
{
    for (const auto &bind : binds)
        options.add(bind.writable ? "--bind" : "--ro-bind", bind.outside, bind.inside);
}

void addEnvironment(OptionList &options, const SessionSpec &session, const CommandSpec &command)
{
    std::map<QString, QString> environment{
        {u"PATH"_s, u"/home/user/.local/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"_s},
        {u"HOME"_s, command.seesWorkspace ? u"/home/user"_s : u"/tmp"_s}, {u"USER"_s, u"user"_s},
        {u"LOGNAME"_s, u"user"_s}, {u"LANG"_s, u"C.UTF-8"_s}, {u"TMPDIR"_s, u"/tmp"_s}, {u"TERM"_s, u"dumb"_s}};
    for (const auto *more : {&session.environment, &command.environment}) {
        for (const auto &[name, value] : *more)
            environment[name] = value;
    }
    options.add("--clearenv");
    for (const auto &[name, value] : environment) {
        if (!name.isEmpty() && !name.contains(u'=') && !name.contains(QChar(0)) && !value.contains(QChar(0)))
            options.add("--setenv", name.toUtf8(), value.toUtf8());
    }
}

} // namespace

QList<QByteArray> bubblewrapArguments(
    const SessionSpec &session, const CommandSpec &command, const SandboxPlaces &places)
{
    OptionList options;
    addWalls(options);
    addSystem(options);
    addAccounts(options, command, places.accounts);
    addMemoryFolders(options, command.limits.value_or(session.limits), command.seesWorkspace);
    if (command.seesWorkspace) {
        options.add("--bind", places.temporary, "/tmp", "--bind", places.home, "/home/user", "--bind", places.workspace,
            "/workspace");
    }
    addBinds(options, session.binds);
    addBinds(options, command.binds);
    addEnvironment(options, session, command);
    const bool isLost = !command.seesWorkspace && command.folder.startsWith(u"/workspace");
    options.add("--remount-ro", "/", "--chdir", isLost ? u"/tmp"_s : command.folder);
    return options.options();
}

std::map<QString, QByteArray> sandboxAccounts(const SessionSpec &session)
{
    const auto user = QByteArray::number(sandboxUser);
    QByteArray hosts = "127.0.0.1 localhost sandbox\n::1 localhost ip6-localhost ip6-loopback\n";
    for (const auto &host : session.hosts)
        hosts += "127.0.0.1 " + host.toUtf8().simplified() + '\n';
    return {{u"passwd"_s,
                "root:x:0:0:root:/root:/usr/sbin/nologin\nuser:x:" + user + ':' + user
                    + ":user:/home/user:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n"},
        {u"group"_s, "root:x:0:\nuser:x:" + user + ":\nnogroup:x:65534:\n"},
        {u"nsswitch.conf"_s, "passwd: files\ngroup: files\nshadow: files\nhosts: files dns\nservices: files\n"},
        {u"hosts"_s, hosts}, {u"resolv.conf"_s, "options timeout:1 attempts:1\n"},
        {u"system-hosts"_s, hosts + fileContent(u"/etc/hosts"_s)},
        {u"system-resolv.conf"_s, fileContent(u"/etc/resolv.conf"_s)}};
}

} // namespace Decayscope
