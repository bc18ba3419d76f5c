// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sandbox/runfolder.h>
#include <sandbox/sandbox.h>
#include <sandbox/sandboxes.h>

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// An engine that notes what it is asked and runs the command as it is, without any container.
const QByteArray pretender = R"(#!/bin/sh
here=$(dirname "$0")
for word in "$@"; do printf '%s\n' "$word"; done >> "$here/asked"
echo . >> "$here/asked"
case "$1 $2" in
"info "*) cat "$here/info" ;;
"ps "*) cat "$here/containers" 2>/dev/null; exit 0 ;;
"image inspect") [ "$3" = tiny ] ;;
"inspect --format={{.State.Pid}}") echo $PPID ;;
"inspect --format={{.State.OOMKilled}}") cat "$here/oom" 2>/dev/null || echo false ;;
"run "*)
    entry=
    while [ "$1" != tiny ]; do
        case "$1" in
        --detach) echo id; exit 0 ;;
        --entrypoint=*) entry=${1#--entrypoint=} ;;
        esac
        shift
    done
    shift
    exec "$entry" "$@"
    ;;
esac
)";

} // namespace

class TestContainerEngine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatPodmanIsAsked();
    void whatServicesAndSetUpGet();
    void dockerWithoutRoot();
    void commandsRunToTheirEnd();
    void commandsThatEndOtherwise_data();
    void commandsThatEndOtherwise();
    void whatIsLeftBehindIsTakenAway();
    void whatIsMissingIsNamed();

private:
    void write(const QString &name, const QByteArray &content);
    QStringList asked();
    std::unique_ptr<SandboxSession> open(const QString &engine = QStringLiteral("podman"));

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunFolder> m_workspace;
    QByteArray m_path;
};

void TestContainerEngine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = qgetenv("PATH");
    qputenv("PATH", QByteArray(m_folder->path().toLocal8Bit() + ':' + m_path));
    for (const auto &engine : {u"podman"_s, u"docker"_s}) {
        write(engine, pretender);
        QFile(m_folder->filePath(engine)).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    write(u"info"_s, "5.4.2 true\n");
}

void TestContainerEngine::cleanup()
{
    m_workspace.reset();
    qputenv("PATH", m_path);
}

void TestContainerEngine::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// What the engine was asked since the last time, an order a line; names and places of this run by what they are.
QStringList TestContainerEngine::asked()
{
    QFile file(m_folder->filePath(u"asked"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto text = QString::fromUtf8(file.readAll());
    file.remove();
    text.replace(QRegularExpression(u"decayscope-\\d+-[0-9a-f]{16}"_s), u"NAME"_s);
    text.replace(QString::number(QCoreApplication::applicationPid()), u"PID"_s);
    if (m_workspace)
        text.replace(m_workspace->path(), u"WORKSPACE"_s);
    text.replace(QRegularExpression(u"source=/[^,]*/(home|tmp|hosts),"_s), u"source=OUR/\\1,"_s);
    auto orders = text.split(u"\n.\n"_s, Qt::SkipEmptyParts);
    for (auto &order : orders)
        order.replace(u'\n', u' ');
    return orders;
}

std::unique_ptr<SandboxSession> TestContainerEngine::open(const QString &engine)
{
    auto sandbox = containerSandbox(engine);
    if (!sandbox)
        return nullptr;
    m_workspace = (*sandbox)->makeFolder().value_or(nullptr);
    SessionSpec spec{.workspace = m_workspace->path(), .environment = {{u"A"_s, u"session"_s}, {u"B"_s, u"b c"_s}}};
    spec.image = u"tiny"_s;
    return (*sandbox)->open(spec).value_or(nullptr);
}

void TestContainerEngine::whatPodmanIsAsked()
{
    auto session = open();
    QVERIFY(session);
    const auto report
        = runCommand(*session, {.command = {u"true"_s, u"x y"_s}, .environment = {{u"A"_s, u"command"_s}}}, {});
    QVERIFY(report && report->isSuccess());
    session.reset();
    const auto walls = u"--name=NAME --label=decayscope.process=PID --pull=never --read-only --cap-drop=all "
                       "--security-opt=no-new-privileges --security-opt=label=disable --log-driver=none "
                       "--pids-limit=512 --memory=4294967296 --memory-swap=4294967296 --ulimit=fsize=1073741824 "
                       "--ulimit=core=0 --userns=keep-id "_s;
    QCOMPARE(asked(),
        QStringList({u"info --format={{.Version.Version}} {{.Host.Security.Rootless}}"_s,
            u"ps --all --filter=label=decayscope.process --format={{.Names}}"_s, u"image inspect tiny"_s,
            u"run "_s + walls
                + u"--detach --network=none --sysctl=net.ipv4.ip_unprivileged_port_start=0 --entrypoint=/bin/sh tiny "
                  "-c while :; do sleep 1000; done",
            u"inspect --format={{.State.Pid}} NAME"_s,
            u"run "_s + walls
                + u"--network=container:NAME --mount=type=bind,source=OUR/hosts,target=/etc/hosts,readonly "
                  "--mount=type=bind,source=WORKSPACE,target=/workspace "
                  "--mount=type=bind,source=OUR/home,target=/home/user --mount=type=bind,source=OUR/tmp,target=/tmp "
                  "--env=A=command --env=B=b c --env=HOME=/home/user --env=LANG=C.UTF-8 --env=TERM=dumb "
                  "--env=TMPDIR=/tmp --env=USER=user --workdir=/workspace --entrypoint=true tiny x y",
            u"inspect --format={{.State.OOMKilled}} NAME"_s, u"rm --force --time=0 NAME"_s,
            u"rm --force --time=0 NAME"_s}));
}

void TestContainerEngine::whatServicesAndSetUpGet()
{
    auto session = open();
    QVERIFY(session);
    (void)asked();
    (void)runCommand(*session,
        {.command = {u"true"_s},
            .network = SandboxNetwork::System,
            .seesWorkspace = false,
            .limits = SandboxLimits{.memoryBytes = 1000, .processes = 7},
            .input = "x"},
        {});
    auto command = asked().value(0);
    QVERIFY(!command.contains(u"target=/workspace"));
    for (const auto &part : {u" --network=host "_s, u" --interactive "_s, u" --tmpfs=/tmp:rw,mode=1777 "_s,
             u" --memory=1000 "_s, u" --pids-limit=7 "_s, u" --workdir=/tmp "_s, u" --env=HOME=/tmp "_s})
        QVERIFY2(command.contains(part), qPrintable(command));
    const auto comma = runCommand(*session, {.command = {u"true"_s}, .binds = {{u"/a,b"_s, u"/c"_s, true}}}, {});
    QCOMPARE(comma.error().kind, ErrorKind::Refused);
}

void TestContainerEngine::dockerWithoutRoot()
{
    write(u"info"_s, "28.1 [name=seccomp,profile=builtin name=rootless]\n");
    auto session = open(u"docker"_s);
    QVERIFY(session);
    const auto orders = asked();
    QCOMPARE(orders.value(0), u"info --format={{.ServerVersion}} {{.SecurityOptions}}"_s);
    QVERIFY2(orders.value(3).contains(u" --user=0:0 "), qPrintable(orders.value(3)));
    session.reset();
    QCOMPARE(asked(), QStringList({u"rm --force NAME"_s}));
}

void TestContainerEngine::commandsRunToTheirEnd()
{
    auto session = open();
    QVERIFY(session);
    QByteArray heard;
    const auto report = runCommand(*session,
        {.command = {u"sh"_s, u"-c"_s, u"cat; echo err >&2; exit 3"_s}, .folder = u"/"_s, .input = "in "}, {},
        [&heard](QByteArrayView text) { heard.append(text); });
    QVERIFY(report);
    QCOMPARE(report->output, QByteArray("in err\n"));
    QCOMPARE(heard, report->output);
    QCOMPARE(report->ending, CommandEnding::Exited);
    QCOMPARE(report->exitCode, 3);
}

void TestContainerEngine::commandsThatEndOtherwise_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<CommandEnding>("ending");
    QTest::newRow("too long") << u"sleep 100"_s << CommandEnding::TooLong;
    QTest::newRow("out of memory") << u"exit 137"_s << CommandEnding::OutOfMemory;
    QTest::newRow("a signal") << u"exit 139"_s << CommandEnding::Signalled;
    QTest::newRow("the engine fails") << u"echo no space >&2; exit 125"_s << CommandEnding::NotStarted;
    QTest::newRow("no such program") << u"exit 127"_s << CommandEnding::NotStarted;
    QTest::newRow("an endless log") << u"exec yes"_s << CommandEnding::TooLong;
}

void TestContainerEngine::commandsThatEndOtherwise()
{
    QFETCH(QString, script);
    auto session = open();
    QVERIFY(session);
    if (QByteArrayView(QTest::currentDataTag()) == "out of memory")
        write(u"oom"_s, "true\n");
    const SandboxLimits limits{.outputBytes = 100'000, .wall = std::chrono::seconds(1)};
    const auto report = runCommand(*session, {.command = {u"sh"_s, u"-c"_s, script}, .limits = limits}, {});
    QVERIFY(report);
    QTEST(report->ending, "ending");
    QVERIFY(!report->message.isEmpty());
    QVERIFY(report->output.size() < 110'000);
    const auto orders = asked();
    QVERIFY2(orders.last().startsWith(u"rm --force"), qPrintable(orders.last()));
}

void TestContainerEngine::whatIsLeftBehindIsTakenAway()
{
    write(u"containers"_s,
        "decayscope-999999999-0123456789abcdef\ndecayscope-" + QByteArray::number(QCoreApplication::applicationPid())
            + "-0123456789abcdef\nsomebodys\n");
    QVERIFY(containerSandbox(u"podman"_s));
    QCOMPARE(asked().mid(2), QStringList({u"rm --force --time=0 NAME"_s}));
}

void TestContainerEngine::whatIsMissingIsNamed()
{
    const auto sandbox = containerSandbox(u"podman"_s);
    QVERIFY(sandbox);
    QCOMPARE((*sandbox)->description(), u"podman 5.4.2"_s);
    const auto folder = (*sandbox)->makeFolder();
    SessionSpec spec{.workspace = (*folder)->path()};
    QVERIFY((*sandbox)->open(spec).error().message.contains(u"names no container image"));
    spec.image = u"other"_s;
    QCOMPARE((*sandbox)->open(spec).error().message,
        u"The container image \"other\" is not installed. Bring it in with: podman pull other"_s);
    write(u"podman"_s, "#!/bin/sh\nexit 1\n");
    QVERIFY(containerSandbox(u"podman"_s).error().message.contains(u"does not answer"));
    QCOMPARE(containerSandbox(u"nerdctl"_s).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestContainerEngine)
#include "tst_containerengine.moc"
