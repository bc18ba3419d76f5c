// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandboxlab.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <thread>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

QStringList runFolders()
{
    return QDir(u"/var/tmp"_s).entryList({u"decayscope-run-*"_s}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
}

const QString sleeper = u"setsid sleep 994711 & sleep 994711"_s;

/// Whether something comes true within a while.
bool comeTo(const std::function<bool()> &isSo)
{
    for (int round = 0; round < 1000 && !isSo(); ++round)
        ::usleep(10000);
    return isSo();
}

/// What is killed in the test: a program with a running command.
int beVictim()
{
    SandboxLab lab;
    const auto session = lab.trouble().isEmpty() ? lab.open() : nullptr;
    if (!session)
        return 1;
    const auto command = session->start(shell(u"echo > left; "_s + sleeper));
    QFile out;
    const bool isOpen = out.open(1, QIODevice::WriteOnly);
    out.write(lab.workspace().path().toUtf8() + '\n');
    out.close();
    while (isOpen && command && (*command)->isRunning())
        ::usleep(10000);
    return 1;
}

} // namespace

/// Everything ends with the program, its threads, its sessions; and several sessions do not meet.
class TestSandboxEnds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aKilledProgramLeavesNothing();
    void aThreadTakesItsCommandsAlong();
    void cancellingLeavesNothing();
    void stoppingAtOnceLeavesNothing();
    void fourServersOnOnePort();
    void socketsCanBeMadeInside();

private:
    SandboxLab m_lab;
};

void TestSandboxEnds::initTestCase()
{
    DECAYSCOPE_REQUIRE_SANDBOX(m_lab);
}

void TestSandboxEnds::aKilledProgramLeavesNothing()
{
    QProcess victim;
    victim.start(QCoreApplication::applicationFilePath(), {u"--victim"_s});
    QVERIFY(victim.waitForReadyRead(20000));
    const auto workspace = QDir(QString::fromUtf8(victim.readLine()).trimmed()).dirName();
    QVERIFY(comeTo([] { return processesWith("994711") >= 2; }));
    QVERIFY(runFolders().contains(workspace));
    victim.kill();
    QVERIFY(victim.waitForFinished());
    QVERIFY(comeTo([] { return processesWith("994711") == 0; }));
    // Any program that opens a sandbox takes the folder away, this one at the latest.
    const auto next = m_lab.open();
    QVERIFY(next);
    QVERIFY(!runFolders().contains(workspace));
}

void TestSandboxEnds::aThreadTakesItsCommandsAlong()
{
    const auto session = m_lab.open();
    QVERIFY(session);
    std::unique_ptr<SandboxCommand> command;
    std::thread([&session, &command] {
        auto started = session->start(shell(sleeper));
        if (started) {
            (*started)->wait(std::chrono::milliseconds(200), {});
            command = std::move(*started);
        }
    }).join();
    QVERIFY(command);
    QVERIFY(comeTo([] { return processesWith("994711") == 0; }));
    QVERIFY(!command->isRunning());
    QCOMPARE(command->report().message, u"Its sandbox was killed from outside."_s);
}

void TestSandboxEnds::cancellingLeavesNothing()
{
    const auto session = m_lab.open();
    QVERIFY(session);
    int asked = 0;
    const auto report = runCommand(*session, shell(sleeper), Progress([&asked] { return ++asked > 5; }));
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    QCOMPARE(processesWith("994711"), 0);
}

void TestSandboxEnds::stoppingAtOnceLeavesNothing()
{
    const auto session = m_lab.open();
    QVERIFY(session);
    for (int round = 0; round < 20; ++round) {
        const auto command = session->start(shell(sleeper));
        QVERIFY(command);
        (*command)->wait(std::chrono::milliseconds(round), {});
        (*command)->stop();
        QCOMPARE(endingName((*command)->report().ending), u"stopped"_s);
        QCOMPARE(processesWith("994711"), 0);
    }
}

void TestSandboxEnds::fourServersOnOnePort()
{
    QStringList answers;
    std::vector<std::unique_ptr<RunFolder>> folders;
    std::vector<std::unique_ptr<SandboxSession>> sessions;
    std::vector<std::unique_ptr<SandboxCommand>> servers;
    for (int number = 0; number < 4; ++number) {
        folders.push_back(m_lab.sandbox().makeFolder().value());
        QVERIFY(folders.back()->writeFile(u"name"_s, QByteArray("server " + QByteArray::number(number))));
        SessionSpec spec;
        spec.workspace = folders.back()->path();
        sessions.push_back(m_lab.sandbox().open(spec).value());
        servers.push_back(sessions.back()->start(shell(u"exec python3 -m http.server 8080"_s)).value());
    }
    for (std::size_t number = 0; number < 4; ++number) {
        QByteArray answer;
        for (int attempt = 0; attempt < 100 && answer.isEmpty(); ++attempt) {
            servers[number]->wait(std::chrono::milliseconds(50), {});
            QProcess client;
            client.setChildProcessModifier(sessions[number]->networkEntrance());
            client.start(u"python3"_s,
                {u"-c"_s,
                    u"import urllib.request, os; print(urllib.request.urlopen('%1/name').read().decode(), os.getuid())"_s
                        .arg(sessions[number]->serverUrl(8080))});
            client.waitForFinished();
            answer = client.readAllStandardOutput().trimmed();
        }
        answers << QString::fromUtf8(answer);
    }
    QCOMPARE(answers, QStringList({u"server 0 1000"_s, u"server 1 1000"_s, u"server 2 1000"_s, u"server 3 1000"_s}));
}

void TestSandboxEnds::socketsCanBeMadeInside()
{
    const auto session = m_lab.open();
    QVERIFY(session);
    const auto listener = session->listenInside(5432);
    QVERIFY(listener);
    const auto second = session->listenInside(5432);
    QVERIFY(!second);
    QCOMPARE(second.error().message, u"Port 5432 inside the sandbox is taken."_s);
    QCOMPARE(second.error().kind, ErrorKind::Busy);
    const auto client = session->start(
        python(u"import socket\ns = socket.create_connection(('postgres', 5432))\nprint(s.recv(99).decode())"_s));
    QVERIFY(client);
    const int connection = ::accept(*listener, nullptr, nullptr);
    QCOMPARE_GE(connection, 0);
    QCOMPARE(::send(connection, "hello from outside", 18, 0), 18);
    ::close(connection);
    QVERIFY((*client)->wait(std::chrono::seconds(20), {}));
    QCOMPARE(printed((*client)->report()), u"exited 0: hello from outside"_s);
    ::close(*listener);
    QVERIFY(session->listenInside(80)); // As in a container.
}

int main(int count, char **words)
{
    QCoreApplication application(count, words);
    if (count > 1 && std::strcmp(words[1], "--victim") == 0)
        return beVictim();
    TestSandboxEnds test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, count, words);
}
#include "tst_sandboxends.moc"
