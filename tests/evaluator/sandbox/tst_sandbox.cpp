// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandboxlab.h"

#include <QDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

/// What a sandbox is for: commands run, see what they should and nothing else, and last from one to the next.
class TestSandbox : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aCommandRuns();
    void aWorldIsSmall();
    void filesLastFromCommandToCommand();
    void endingsAreToldApart();
    void servicesSeeNoWorkspace();
    void inputAndWatch();
    void aMissingWorkspaceIsSaid();
    void nothingIsLeft();

private:
    SandboxLab m_lab;
};

void TestSandbox::initTestCase()
{
    DECAYSCOPE_REQUIRE_SANDBOX(m_lab);
    qInfo().noquote() << m_lab.sandbox().description();
}

void TestSandbox::aCommandRuns()
{
    const auto session = m_lab.open();
    QVERIFY(session);
    const auto report = run(*session, shell(u"echo hello; echo there >&2; pwd"_s));
    QCOMPARE(printed(report), u"exited 0: hello | there | /workspace"_s);
    QCOMPARE(report.message, u"\"sh\" ended with exit code 0."_s);
    QVERIFY(report.isSuccess());
}

void TestSandbox::aWorldIsSmall()
{
    const auto session = m_lab.open();
    QVERIFY(session);
    const auto seen = [&session](const QString &script) { return printed(run(*session, shell(script))); };
    QCOMPARE(seen(u"id -u; id -un; id -G; hostname; echo $HOME"_s),
        u"exited 0: 1000 | user | 1000 | sandbox | /home/user"_s);
    QCOMPARE(seen(u"ls / | grep -v lib"_s),
        seen(u"for f in bin dev etc home proc run sbin tmp usr var workspace; do test -e /$f && echo $f; done"_s));
    QCOMPARE(seen(u"ls /home /home/user /tmp /run /workspace"_s),
        u"exited 0: /home: | user |  | /home/user: |  | /run: |  | /tmp: |  | /workspace:"_s);
    QCOMPARE(seen(u"ls /dev | tr '\\n' ' '"_s),
        u"exited 0: core fd full null ptmx pts random shm stderr stdin stdout tty urandom zero"_s);
    QCOMPARE(seen(u"cat /proc/net/dev | tail -n +3 | cut -d: -f1"_s), u"exited 0: lo"_s);
    QCOMPARE(
        seen(u"env | sort | cut -d= -f1 | tr '\\n' ' '"_s), u"exited 0: HOME LANG LOGNAME PATH PWD TERM TMPDIR USER"_s);
    QCOMPARE(seen(u"ls /proc/self/fd | tr '\\n' ' '"_s), u"exited 0: 0 1 2 3"_s);
    QCOMPARE(seen(u"set -- /proc/[0-9]*; echo $#; ls /proc/1 | wc -l"_s), u"exited 0: 2 | 0"_s);
    QCOMPARE(seen(u"getent hosts postgres sandbox | tr -s ' '"_s),
        u"exited 0: 127.0.0.1 postgres | 127.0.0.1 localhost sandbox"_s);
    QCOMPARE(seen(u"touch /x /usr/x /etc/x /dev/x /run/x 2>&1 | grep -c 'Read-only'"_s), u"exited 0: 5"_s);
    QCOMPARE(seen(u"ulimit -c; ulimit -p; ulimit -n; tty; umask; cat /proc/self/oom_score_adj"_s),
        u"exited 0: 0 | 512 | 8192 | not a tty | 0022 | 1000"_s);
    QCOMPARE(seen(u"grep -E 'NoNewPrivs|Seccomp:|CapPrm|CapBnd' /proc/self/status | tr -s '\\t' ' '"_s),
        u"exited 0: CapPrm: 0000000000000000 | CapBnd: 0000000000000000 | NoNewPrivs: 1 | Seccomp: 2"_s);
}

void TestSandbox::filesLastFromCommandToCommand()
{
    const auto session = m_lab.open();
    QVERIFY(session);
    QVERIFY(m_lab.workspace().writeFile(u"given"_s, "g"));
    QCOMPARE(
        printed(run(*session, shell(u"echo w > w; echo h > ~/h; echo t > /tmp/t; cat given"_s))), u"exited 0: g"_s);
    QCOMPARE(printed(run(*session, shell(u"cat w ~/h /tmp/t"_s))), u"exited 0: w | h | t"_s);
    QVERIFY(QFile::exists(m_lab.workspace().path() + u"/w"_s));
    QCOMPARE_GT(session->use().diskBytes, 0);
}

void TestSandbox::endingsAreToldApart()
{
    const auto session = m_lab.open();
    QVERIFY(session);
    CommandSpec absent;
    absent.command = {u"no-such-program"_s};
    CommandSpec nowhere = shell(u"true"_s);
    nowhere.folder = u"/no/such/folder"_s;
    QStringList messages;
    for (const auto &command : {shell(u"exit 3"_s), shell(u"kill -SEGV $$"_s), absent, nowhere, shell(u"exit 1"_s)}) {
        const auto report = run(*session, command);
        messages << endingName(report.ending) + u": "_s + report.message;
    }
    QCOMPARE(messages,
        QStringList({u"exited: \"sh\" ended with exit code 3."_s,
            u"signalled: \"sh\" was killed by signal 11 (SIGSEGV)."_s,
            u"not started: \"no-such-program\" could not be started: there is no such program in the sandbox."_s,
            u"not started: \"sh\" could not be started: bwrap: Can't chdir to /no/such/folder: No such file or directory"_s,
            u"exited: \"sh\" ended with exit code 1."_s}));
}

void TestSandbox::servicesSeeNoWorkspace()
{
    const auto session = m_lab.open();
    QVERIFY(session);
    auto command = shell(u"pwd; ls -d /workspace /home 2>&1 | wc -l; echo $HOME; touch /tmp/x && ls /tmp"_s);
    command.seesWorkspace = false;
    QCOMPARE(printed(run(*session, command)), u"exited 0: /tmp | 2 | /tmp | x"_s);
}

void TestSandbox::inputAndWatch()
{
    const auto session = m_lab.open();
    QVERIFY(session);
    auto command = shell(u"cat; echo; wc -c < /dev/null"_s);
    command.input = QByteArray(200000, 'i');
    QByteArray heard;
    auto report = runCommand(*session, command, {}, [&heard](QByteArrayView text) { heard += text; });
    QVERIFY(report);
    QCOMPARE(report->output.size(), 200003);
    QCOMPARE(heard, report->output);
}

void TestSandbox::aMissingWorkspaceIsSaid()
{
    SessionSpec spec;
    spec.workspace = u"/no/such/workspace"_s;
    const auto session = m_lab.sandbox().open(spec);
    QVERIFY(!session);
    QCOMPARE(session.error().message, u"There is no folder \"/no/such/workspace\" for the sandbox's workspace."_s);
}

void TestSandbox::nothingIsLeft()
{
    const QByteArray marker = "marker-of-what-is-left";
    auto session = m_lab.open();
    QVERIFY(session);
    const auto command = session->start(shell(u"setsid sh -c 'sleep 1000; : marker-of-what-is-left' & sleep 1000"_s));
    QVERIFY(command);
    QVERIFY(!(*command)->wait(std::chrono::milliseconds(300), {}));
    QCOMPARE_GT(processesWith(marker), 0);
    session.reset();
    QCOMPARE(processesWith(marker), 0);
    QVERIFY(!(*command)->isRunning());
    QCOMPARE(endingName((*command)->report().ending), u"stopped"_s);
    QCOMPARE((*command)->report().message, u"\"sh\" was stopped."_s);
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
