// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sandbox/bubblewraparguments.h>
#include <sandbox/commandendings.h>
#include <sandbox/controlgroup.h>
#include <sandbox/namespaceremedy.h>
#include <sandbox/outputbuffer.h>
#include <sandbox/processwatch.h>
#include <sandbox/sandboxnamespace.h>
#include <sandbox/syscallfilter.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

void writeTo(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray readFrom(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The parts a sandbox is made of, as far as they need none.
class TestSandboxParts : public QObject
{
    Q_OBJECT

private slots:
    void outputIsCutInTheMiddle();
    void endingsAreSentences();
    void limitsAreLines();
    void optionsAreAskedFor();
    void accountsHoldTheHosts();
    void theFilterIsAProgram();
    void remediesFitTheSystem();
    void groupsAreMadeWhereTheyMay();
    void foreignProcessesAreNotWatched();
};

void TestSandboxParts::outputIsCutInTheMiddle()
{
    OutputBuffer whole(1024);
    for (int number = 0; number < 8; ++number)
        whole.add(QByteArray(128, char('a' + number)));
    QCOMPARE(whole.text().size(), 1024);
    whole.add("z");
    QCOMPARE(whole.text().size(), 512 + 47 + 512);
    QVERIFY(whole.text().contains("ddd\n[... 1 bytes of output are left out here ...]\neee"));
    OutputBuffer buffer(1);
    const QByteArray large(10000000, 'x');
    buffer.add(large);
    buffer.add("end");
    QCOMPARE(buffer.size(), 10000003);
    QVERIFY(buffer.text().endsWith("xxxend"));
    QCOMPARE(buffer.text().size(), 512 + 53 + 512);
}

void TestSandboxParts::endingsAreSentences()
{
    CommandSpec command;
    command.command = {u"node"_s};
    QStringList texts;
    for (const auto ending : {CommandEnding::Exited, CommandEnding::Signalled, CommandEnding::Stopped,
             CommandEnding::OutOfMemory, CommandEnding::TooManyProcesses, CommandEnding::TooMuchCpu,
             CommandEnding::TooLong, CommandEnding::TooMuchDisk, CommandEnding::NotStarted})
        texts << commandEndingText(ending, command, {}, u"no."_s);
    QCOMPARE(texts,
        QStringList({u"\"node\" ended."_s, u"\"node\" was killed by a signal."_s, u"\"node\" was stopped."_s,
            u"\"node\" was stopped: its processes held more than 4 GiB of memory."_s,
            u"\"node\" was stopped: it kept starting processes at the limit of 512 processes and threads."_s,
            u"\"node\" was stopped: it used more than 1200 s of CPU time."_s,
            u"\"node\" was stopped: it was not done after 900 s."_s,
            u"\"node\" was stopped: it wrote more than 6 GiB to the disk."_s,
            u"\"node\" could not be started: no."_s}));
    texts.clear();
    for (const auto status : {0, 7, 137, 153, 255})
        texts << ownEnding(status, command, {}).message;
    QCOMPARE(texts,
        QStringList({u"\"node\" ended with exit code 0."_s, u"\"node\" ended with exit code 7."_s,
            u"\"node\" was killed by signal 9 (SIGKILL)."_s,
            u"\"node\" was killed: it wrote a file longer than 1 GiB."_s, u"\"node\" ended with exit code 255."_s}));
}

void TestSandboxParts::limitsAreLines()
{
    SandboxLimits limits;
    limits.memoryBytes = 1536;
    QCOMPARE(limitTexts(limits),
        QStringList({u"memory 1.5 KiB"_s, u"processes and threads 512"_s, u"size of a file 1 GiB"_s, u"disk 6 GiB"_s,
            u"output kept of a command 8 MiB"_s, u"CPU time of a command 1200 s"_s, u"time of a command 900 s"_s}));
}

void TestSandboxParts::optionsAreAskedFor()
{
    SessionSpec session;
    session.environment = {{u"A"_s, u"session"_s}, {u"B"_s, u"session"_s}, {u"BAD=NAME"_s, u"x"_s}};
    session.binds = {{u"/opt/tool"_s, u"/opt/tool"_s, false}};
    CommandSpec command;
    command.environment = {{u"B"_s, u"command"_s}};
    command.binds = {{u"/data"_s, u"/data"_s, true}};
    const QByteArray options
        = bubblewrapArguments(session, command, {u"/w"_s, u"/h"_s, u"/t"_s, u"/a"_s}).join(' ') + ' ';
    for (const QByteArray expected :
        {"--unshare-user ", "--unshare-pid ", "--unshare-ipc ", "--unshare-uts ", "--disable-userns ",
            "--die-with-parent ", "--new-session ", "--clearenv ", "--setenv A session ", "--setenv B command ",
            "--ro-bind /opt/tool /opt/tool ", "--bind /data /data ", "--bind /w /workspace ", "--bind /h /home/user ",
            "--bind /t /tmp ", "--ro-bind /a/hosts /etc/hosts ", "--remount-ro / --chdir /workspace "})
        QVERIFY2(options.contains(expected), QByteArray(expected + " in " + options).constData());
    QVERIFY(!options.contains("BAD"));
    command.seesWorkspace = false;
    command.network = SandboxNetwork::System;
    const auto service = bubblewrapArguments(session, command, {u"/w"_s, u"/h"_s, u"/t"_s, u"/a"_s}).join(' ');
    QVERIFY(!service.contains("/workspace"));
    QVERIFY(!service.contains("/home/user "));
    QVERIFY(service.contains("--ro-bind /a/system-hosts /etc/hosts "));
}

void TestSandboxParts::accountsHoldTheHosts()
{
    SessionSpec session;
    session.hosts = {u"postgres"_s, u"evil\nname"_s};
    QCOMPARE(sandboxAccounts(session).at(u"hosts"_s),
        "127.0.0.1 localhost sandbox\n::1 localhost ip6-localhost ip6-loopback\n127.0.0.1 postgres\n127.0.0.1 evil name\n"_ba);
}

void TestSandboxParts::theFilterIsAProgram()
{
    const auto filter = syscallFilter();
    QCOMPARE(filter.size() % 8, 0);
    QCOMPARE_LT(filter.size() / 8, 4096);
}

void TestSandboxParts::remediesFitTheSystem()
{
    QTemporaryDir settings;
    const auto remedy = [&settings](const QString &name, const QByteArray &value) {
        writeTo(settings.filePath(name), value + '\n');
        return namespaceRemedy(settings.path());
    };
    QVERIFY(namespaceRemedy(settings.path()).startsWith(u"Inside a container or a chroot,"));
    QVERIFY(remedy(u"kernel/apparmor_restrict_unprivileged_userns"_s, "1")
            .endsWith(u"apparmor_restrict_unprivileged_userns=0"));
    QVERIFY(remedy(u"user/max_user_namespaces"_s, "0").endsWith(u"sudo sysctl user.max_user_namespaces=15000"));
    QVERIFY(
        remedy(u"kernel/unprivileged_userns_clone"_s, "0").endsWith(u"sudo sysctl kernel.unprivileged_userns_clone=1"));
}

void TestSandboxParts::groupsAreMadeWhereTheyMay()
{
    QTemporaryDir folder;
    const auto root = folder.filePath(u"cgroup"_s);
    const auto own = folder.filePath(u"own"_s);
    writeTo(own, "12:memory:/elsewhere\n0::/user.slice/app.slice/me.scope\n");
    QVERIFY(QDir().mkpath(root + u"/user.slice/app.slice/me.scope"_s));
    QVERIFY(!ControlGroup::make({}, root, own));
    writeTo(root + u"/user.slice/app.slice/cgroup.procs"_s, "");
    writeTo(root + u"/user.slice/app.slice/cgroup.subtree_control"_s, "cpu memory\n");
    QVERIFY(!ControlGroup::make({}, root, own));
    writeTo(root + u"/user.slice/app.slice/cgroup.subtree_control"_s, "cpu memory pids\n");
    // A real tree makes the files of a group; here there are none, so that nobody can enter.
    QVERIFY(!ControlGroup::make({}, root, own));
    const auto made = QDir(root + u"/user.slice/app.slice"_s).entryList({u"decayscope-*"_s}, QDir::Dirs);
    QCOMPARE(made.size(), 1);
    QCOMPARE(readFrom(root + u"/user.slice/app.slice/"_s + made.at(0) + u"/memory.max"_s), "4294967296"_ba);
    QCOMPARE(readFrom(root + u"/user.slice/app.slice/"_s + made.at(0) + u"/pids.max"_s), "528"_ba);
    writeTo(own, "0::/../../etc\n");
    QVERIFY(!ControlGroup::make({}, root, own));
    QVERIFY(!ControlGroup::make({}, root, folder.filePath(u"absent"_s)));
}

void TestSandboxParts::foreignProcessesAreNotWatched()
{
    ProcessWatch watch;
    QVERIFY(!watch.open(::getpid())); // It sees the /proc of this system.
    QVERIFY(!watch.open(1 << 30));
    QVERIFY(!watch.isOpen());
}

QTEST_GUILESS_MAIN(TestSandboxParts)
#include "tst_sandboxparts.moc"
