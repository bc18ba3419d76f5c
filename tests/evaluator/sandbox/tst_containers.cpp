// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sandbox/runfolder.h>
#include <sandbox/sandboxes.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// An image of this system's own shell and a few tools; nothing is fetched.
const QString imageMaking = uR"script(set -e
cd "$1"
for program in sh cat ls sleep id env; do
    path=$(command -v $program)
    mkdir -p root/bin && cp -L "$path" root/bin/
    ldd "$path" | grep -o '/[^ ]*' | while read -r library; do
        mkdir -p "root$(dirname "$library")" && cp -L "$library" "root$library"
    done
done
mkdir -p root/proc root/dev root/sys root/etc root/tmp root/workspace root/home/user
tar -C root -c . | podman import - decayscope-test:1
)script"_s;

} // namespace

/// With a real engine, where one works.
class TestContainers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void aCommandSeesItsWorldOnly();
    void commandsShareANetwork();
    void whatIsStoppedIsGone();

private:
    QString said(SandboxSession &session, const QString &script);
    std::unique_ptr<SandboxSession> open();

    std::shared_ptr<Sandbox> m_sandbox;
    std::unique_ptr<RunFolder> m_workspace;
};

void TestContainers::initTestCase()
{
    if (auto sandbox = containerSandbox(u"podman"_s))
        m_sandbox = *sandbox;
    else
        QSKIP(qPrintable(sandbox.error().message));
    QTemporaryDir folder;
    QProcess making;
    making.start(u"sh"_s, {u"-c"_s, imageMaking, u"image"_s, folder.path()});
    making.waitForFinished(60'000);
    if (making.exitCode() != 0)
        QSKIP(qPrintable(u"podman takes no image here: "_s + QString::fromUtf8(making.readAllStandardError())));
    m_workspace = m_sandbox->makeFolder().value_or(nullptr);
    QVERIFY(m_workspace);
    const auto session = m_sandbox->open({.workspace = m_workspace->path(), .image = u"decayscope-test:1"_s});
    if (!session)
        QSKIP(qPrintable(session.error().message + u' ' + session.error().evidence));
}

void TestContainers::cleanupTestCase()
{
    QProcess::execute(u"podman"_s, {u"rmi"_s, u"--force"_s, u"decayscope-test:1"_s});
}

std::unique_ptr<SandboxSession> TestContainers::open()
{
    return m_sandbox->open({.workspace = m_workspace->path(), .image = u"decayscope-test:1"_s}).value_or(nullptr);
}

QString TestContainers::said(SandboxSession &session, const QString &script)
{
    const auto report = runCommand(session, {.command = {u"sh"_s, u"-c"_s, script}}, {});
    return report ? QString::fromUtf8(report->output).trimmed() + (report->isSuccess() ? u""_s : u" failed"_s)
                  : report.error().message;
}

void TestContainers::aCommandSeesItsWorldOnly()
{
    const auto session = open();
    QVERIFY(session);
    QVERIFY(m_workspace->writeFile(u"seen"_s, "content"));
    QCOMPARE(said(*session, u"cat seen; echo x > made; cat made; echo y > /tmp/kept"_s), u"contentx"_s);
    QCOMPARE(said(*session, u"cat /tmp/kept"_s), u"y"_s);
    QVERIFY(said(*session, u"echo x > /bin/new"_s).endsWith(u" failed"));
    QVERIFY(!said(*session, u"id"_s).contains(u"uid=0"));
    QVERIFY(said(*session, u"cat /etc/hosts"_s).contains(u"127.0.0.1 postgres"));
    QVERIFY(said(*session, u"env"_s).contains(u"HOME=/home/user"));
}

void TestContainers::commandsShareANetwork()
{
    const auto session = open();
    QVERIFY(session);
    const auto socket = session->listenInside(8080);
    QVERIFY(socket);
    QCOMPARE(session->listenInside(8080).error().kind, ErrorKind::Busy);
    // 1F90 is 8080, 0A means that somebody listens.
    QVERIFY(said(*session, u"cat /proc/net/tcp"_s).contains(u"0100007F:1F90 00000000:0000 0A"));
    ::close(*socket);
}

void TestContainers::whatIsStoppedIsGone()
{
    auto session = open();
    QVERIFY(session);
    auto command = session->start({.command = {u"sh"_s, u"-c"_s, u"sleep 1000 & echo up; sleep 1000"_s}});
    QVERIFY(command);
    for (int i = 0; i < 200 && !(*command)->output().contains("up"); ++i)
        (*command)->wait(std::chrono::milliseconds(50), {});
    QVERIFY((*command)->isRunning());
    (*command)->stop();
    QCOMPARE((*command)->report().ending, CommandEnding::Stopped);
    session.reset();
    QProcess list;
    list.start(u"podman"_s, {u"ps"_s, u"--all"_s, u"--quiet"_s, u"--filter=label=decayscope.process"_s});
    list.waitForFinished();
    QCOMPARE(list.readAllStandardOutput().trimmed(), QByteArray());
}

QTEST_GUILESS_MAIN(TestContainers)
#include "tst_containers.moc"
