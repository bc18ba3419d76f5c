// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandboxlab.h"

#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebi = qint64{1} << 20;

/// Small enough that every attack ends soon.
SandboxLimits narrowLimits()
{
    SandboxLimits limits;
    limits.memoryBytes = 256 * mebi;
    limits.processes = 64;
    limits.fileBytes = 48 * mebi;
    limits.diskBytes = 160 * mebi;
    limits.outputBytes = mebi;
    limits.cpu = std::chrono::seconds(60);
    limits.wall = std::chrono::seconds(60);
    return limits;
}

/// A listening socket of this system, outside.
int listenOutside(const sockaddr *address, socklen_t size)
{
    const int wire = ::socket(address->sa_family, SOCK_STREAM, 0);
    if (::bind(wire, address, size) != 0 || ::listen(wire, 8) != 0)
        return -1;
    return wire;
}

/// Looks for what lies outside, in %1 among other places.
constexpr auto searchProgram = R"(
import glob, os, stat
places = ['%1', '/root', '/root/.ssh', '/home', '/var/lib', '/run/user', '/etc/ssl/private', '/proc/1/root/%1', '/proc/1/cwd']
for pattern in ('environ', 'cmdline', 'fd/*', 'cwd', 'root/root'):
    places += glob.glob('/proc/*/' + pattern)
found = [p for p in ('/etc/shadow', '/root', '/etc/passwd-', '/var/lib', '/sys', '/boot') if os.path.exists(p)]
for place in places:
    try:
        kind = os.stat(place).st_mode
        if stat.S_ISFIFO(kind):
            continue
        text = repr(os.listdir(place)) if stat.S_ISDIR(kind) else open(place, 'rb').read(100000).decode('latin1')
    except OSError:
        continue
    if 'a-sec' + 'ret-' in text:
        found.append(place)
print(found, os.listdir('/home'), open('/proc/self/environ').read().count('DECAYSCOPE'))
)";

QString python3(const char *program)
{
    return u"# hostile-marker\nimport os, sys, time, socket, ctypes\n"_s + QString::fromUtf8(program);
}

} // namespace

/// Programs that mean harm: each is held, what it did is told truly, nothing of it is left, and the next run does not
/// notice.
class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isContained_data();
    void isContained();
    void endlessOutputIsCut();
    void secretsStayOutside();
    void linksLeadNowhere();
    void networkEndsAtTheLoopback();
    void systemNetworkHasNoAbstractSockets();

private:
    SandboxLab m_lab;
};

void TestHostile::initTestCase()
{
    DECAYSCOPE_REQUIRE_SANDBOX(m_lab);
}

void TestHostile::isContained_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<SandboxLimits>("limits");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const char *program, const QString &outcome, SandboxLimits limits) {
        QTest::newRow(name) << python3(program) << limits << outcome;
    };
    const auto normal = narrowLimits();
    auto hasty = normal;
    hasty.wall = std::chrono::seconds(2);
    auto lazy = normal;
    lazy.cpu = std::chrono::seconds(2);

    row("fork bomb", "while True:\n  try: os.fork()\n  except OSError: time.sleep(0.01)", u"too many processes:"_s,
        normal);
    row("shell bomb", "os.execvp('bash', ['bash', '-c', 'b() { b | b & }; b 2>/dev/null; sleep 99 # hostile-marker'])",
        u"too many processes:"_s, normal);
    row("threads",
        "import threading\ntry:\n  while True: threading.Thread(target=time.sleep, args=(99,)).start()\n"
        "except RuntimeError: print('refused', flush=True); os._exit(0)",
        u"exited 0: refused"_s, normal);
    row("memory", "held = []\nwhile True: held.append(b'x' * 5000000)", u"out of memory:"_s, normal);
    row("memory of children",
        "for n in range(5): os.fork() or (bytearray(os.urandom(1)) * 60000000, time.sleep(99))\ntime.sleep(99)",
        u"out of memory:"_s, normal);
    row("memory shared by mapping",
        "import mmap\nm = mmap.mmap(-1, 400 << 20)\nfor n in range(0, 400 << 20, 4096): m[n] = 1\ntime.sleep(99)",
        u"out of memory:"_s, normal);
    row("memory in shared files",
        "f = open('/dev/shm/f', 'wb')\nfor n in range(40): f.write(b'x' * (1 << 20))\nf = open('/dev/shm/g', 'wb')\n"
        "for n in range(40): f.write(b'x' * (1 << 20))\nheld = b'x' * (200 << 20)\ntime.sleep(99)",
        u"out of memory:"_s, normal);
    row("shared files fill up",
        "try:\n  for n in range(99): open('/dev/shm/%d' % n, 'wb').write(b'x' * (8 << 20))\n"
        "except OSError as e: print(n, e)",
        u"exited 0: 16 [Errno 28] No space left on device"_s, normal);
    row("memory without a process",
        "try: os.memfd_create('x')\nexcept OSError as e: print(e)\n"
        "lib = ctypes.CDLL(None, use_errno=True)\nprint(lib.shmget(0, 1 << 28, 0o1600), ctypes.get_errno())",
        u"exited 0: [Errno 38] Function not implemented | -1 12"_s, normal);
    row("one long file",
        "import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_DFL)\nf = open('f', 'wb')\n"
        "while True: f.write(b'x' * (1 << 20))",
        u"too much disk:"_s, normal);
    row("long files",
        "n = 0\nwhile True:\n  n += 1\n  open('f%d' % n, 'wb').write(b'x' * (20 << 20))\n  time.sleep(.02)",
        u"too much disk:"_s, normal);
    row("home and temporary files",
        "n = 0\nwhile True:\n  n += 1\n  open('/tmp/f%d' % n, 'wb').write(b'x' * (10 << 20))\n"
        "  open('/home/user/f%d' % n, 'wb').write(b'x' * (10 << 20))\n  time.sleep(.02)",
        u"too much disk:"_s, normal);
    row("small files", "n = 0\nwhile True:\n  n += 1\n  open('f%d' % n, 'wb').write(b'x' * 30000)", u"too much disk:"_s,
        normal);
    row("files without names",
        "held = []\nwhile True:\n  f = open('f', 'wb')\n  os.unlink('f')\n  f.write(b'x' * (20 << 20)); f.flush()\n"
        "  held.append(f)\n  time.sleep(.02)",
        u"too much disk:"_s, normal);
    row("files too deep to be found",
        "for n in range(40): os.mkdir('d' * 200); os.chdir('d' * 200)\nn = 0\n"
        "while True:\n  n += 1\n  open('f%d' % n, 'wb').write(b'x' * (20 << 20))\n  time.sleep(.02)",
        u"too much disk:"_s, normal);
    row("waits for ever", "time.sleep(99)", u"too long:"_s, hasty);
    row("stops itself", "if os.fork() == 0: os.kill(-1, 19)\ntime.sleep(99)", u"too long:"_s, hasty);
    row("burns", "while True: pass", u"too much CPU:"_s, lazy);
    row("burns in short lives",
        "while True:\n  if os.fork() == 0:\n    until = time.time() + .1\n    while time.time() < until: pass\n    "
        "os._exit(0)\n"
        "  os.wait()",
        u"too much CPU:"_s, lazy);
    row("kills everybody", "if os.fork() == 0: os.kill(-1, 9)\ntime.sleep(99)", u"signalled:"_s, hasty);
    row("outlives its parent",
        "import signal\nfor s in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT): signal.signal(s, signal.SIG_IGN)\n"
        "if os.fork() == 0:\n  os.setsid()\n  if os.fork() == 0:\n    os.close(0); os.close(1); os.close(2)\n    "
        "time.sleep(99)\n"
        "  os._exit(0)\nos.wait()\nprint('gone')",
        u"exited 0: gone"_s, normal);
    row("keeps the output open", "if os.fork() == 0: time.sleep(99)\nprint('gone')", u"exited 0: gone"_s, normal);
    row("becomes root",
        "import subprocess\nfor c in (['su', '-c', 'id'], ['sudo', 'id'], ['newgrp', 'root'], ['pkexec', 'id']):\n"
        "  try: r = subprocess.run(c, capture_output=True, stdin=subprocess.DEVNULL)\n"
        "  except OSError: continue\n  if b'uid=0' in r.stdout: print(c)\nprint(os.getuid(), os.geteuid())",
        u"exited 0: 1000 1000"_s, normal);
    row("writes to the kernel",
        "for p in ('/proc/sys/kernel/core_pattern', '/proc/sysrq-trigger', '/proc/sys/vm/overcommit_memory', "
        "'/dev/mem',\n"
        "    '/sys/kernel/x', '/proc/sys/user/max_user_namespaces', "
        "'/dev/kmsg'):\n"
        "  try: open(p, 'w').write('1'); print('wrote', p)\n  except OSError: pass",
        u"exited 0:"_s, normal);
    if (QSysInfo::buildCpuArchitecture() != u"x86_64")
        return; // The following know system calls by their numbers.
    row("mounts and makes worlds",
        "lib = ctypes.CDLL(None, use_errno=True)\n"
        "def tried(name, *args): print(name, getattr(lib, name)(*args), ctypes.get_errno())\n"
        "tried('mount', b'x', b'/tmp', b'tmpfs', 0, None)\ntried('umount2', b'/usr', 2)\ntried('unshare', 0x10000000)\n"
        "tried('setns', 0, 0)\ntried('chroot', b'/tmp')\ntried('syscall', 250, 0, -3, 1)\ntried('syscall', 321, 0, 0, "
        "0)\n"
        "tried('syscall', 425, 1, 0)\ntried('syscall', 435, 0, 0)\ntried('syscall', 0x40000000 + 39)\n"
        "tried('syscall', 56, 0x10000011, 0, 0, 0, 0)\ntried('ioctl', 0, 0x5412, b'x')\ntried('socket', 40, 1, 0)\n"
        "tried('socket', 17, 3, 0)\ntried('mknod', b'/tmp/d', 0o20666, os.makedev(1, 1))\ntried('setuid', 0)",
        u"exited 0: mount -1 1 | umount2 -1 1 | unshare -1 1 | setns -1 1 | chroot -1 1 | syscall -1 1 | syscall -1 1 | "_s
            + u"syscall -1 38 | syscall -1 38 | syscall -1 38 | syscall -1 1 | ioctl -1 1 | socket -1 97 | socket -1 97 | "_s
            + u"mknod -1 1 | setuid -1 22"_s,
        normal);
    row("takes the first process over",
        "lib = ctypes.CDLL(None, use_errno=True)\n"
        "def tried(name, *args): print(name, getattr(lib, name)(*args), ctypes.get_errno())\n"
        "tried('ptrace', 16, 1, 0, 0)\ntried('ptrace', 0x4206, 1, 0, 0)\ntried('syscall', 311, 1, 0, 0, 0, 0, 0)\n"
        "tried('syscall', 438, lib.syscall(434, 1, 0), 0, 0)\nprint(os.listdir('/proc/1'), "
        "os.path.exists('/proc/1/mem'))\n"
        "tried('kill', 1, 9)\ntried('kill', 1, 19)",
        u"exited 0: ptrace -1 1 | ptrace -1 1 | syscall -1 1 | syscall -1 1 | [] False | kill 0 1 | kill 0 1"_s,
        normal);
}

void TestHostile::isContained()
{
    QFETCH(QString, program);
    QFETCH(SandboxLimits, limits);
    QFETCH(QString, outcome);
    SessionSpec spec;
    spec.limits = limits;
    auto session = m_lab.open(spec);
    QVERIFY(session);
    const auto report = run(*session, python(program));
    const auto seen = printed(report).trimmed();
    QVERIFY2(seen == outcome || (!outcome.startsWith(u"exited") && seen.startsWith(outcome)),
        qPrintable(printed(report).left(2000) + u' ' + report.message));
    QCOMPARE(processesWith("hostile-marker"), 0);
    session.reset();
    const auto path = m_lab.workspace().path();
    const auto next = m_lab.open(spec);
    QVERIFY(next);
    QVERIFY(!QFile::exists(path));
    QCOMPARE(printed(run(*next, shell(u"echo fine; ls"_s))), u"exited 0: fine"_s);
}

void TestHostile::endlessOutputIsCut()
{
    SessionSpec spec;
    spec.limits = narrowLimits();
    spec.limits.wall = std::chrono::seconds(2);
    const auto session = m_lab.open(spec);
    QVERIFY(session);
    qint64 heard = 0;
    auto report = runCommand(
        *session, shell(u"yes an endless log"_s), {}, [&heard](QByteArrayView text) { heard += text.size(); });
    QVERIFY(report);
    QCOMPARE(endingName(report->ending), u"too long"_s);
    QVERIFY(report->output.contains(" bytes of output are left out here "));
    QCOMPARE_LT(report->output.size(), spec.limits.outputBytes + 100);
    QCOMPARE(heard, spec.limits.outputBytes);

    auto writer = python(u"import sys\nfor n in range(1024): sys.stdout.write('x' * (1 << 20))"_s);
    writer.limits = narrowLimits();
    const auto line = run(*session, writer);
    QCOMPARE(endingName(line.ending), u"exited"_s);
    QCOMPARE(line.outputSize, qint64{1} << 30);
    QCOMPARE_LT(line.output.size(), spec.limits.outputBytes + 100);
    QCOMPARE_LT(line.resources.memoryBytes, 100 * mebi);
}

void TestHostile::secretsStayOutside()
{
    qputenv("DECAYSCOPE_TEST_SECRET", "a-secret-of-the-environment");
    QTemporaryDir folder;
    QFile file(folder.filePath(u"secret"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a-secret-in-a-file");
    file.close();
    QVERIFY(QFile(folder.path()).setPermissions(QFile::Permissions(0x7755)));
    const int leaked = ::open(QFile::encodeName(file.fileName()).constData(), O_RDONLY);
    QCOMPARE_GE(leaked, 0);

    const auto session = m_lab.open();
    QVERIFY(session);
    const auto report = run(*session, python(QString::fromUtf8(searchProgram).arg(file.fileName())));
    ::close(leaked);
    QCOMPARE(printed(report), u"exited 0: [] ['user'] 0"_s);
}

void TestHostile::linksLeadNowhere()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"outside"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("untouched");
    file.close();
    const auto session = m_lab.open();
    QVERIFY(session);
    const auto report = run(*session,
        shell(u"ln -s %1 f; ln -s / root; ln -s ../../../../..%2 d; cat f 2>&1 | tail -c 26; (echo x > f) 2>/dev/null "
              u"|| echo no; "
              "(echo x > d/outside) 2>/dev/null || echo no; ls root/workspace"_s.arg(file.fileName(), folder.path())));
    QCOMPARE(printed(report), u"exited 0: No such file or directory | no | no | d | f | root"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "untouched"_ba);
    // Nor do they lead this program anywhere.
    QVERIFY(!m_lab.workspace().writeFile(u"d/outside"_s, "x"));
    QVERIFY(!m_lab.workspace().makeFolder(u"d/new"_s));
    QVERIFY(m_lab.workspace().writeFile(u"f"_s, "own"));
    QCOMPARE(QFile(file.fileName()).size(), 9);
}

void TestHostile::networkEndsAtTheLoopback()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    const int listener = listenOutside(reinterpret_cast<const sockaddr *>(&address), sizeof address);
    QCOMPARE_GE(listener, 0);
    socklen_t size = sizeof address;
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);

    const auto session = m_lab.open();
    QVERIFY(session);
    const auto report = run(*session,
        python(
            u"import socket\n"
            "def tried(*a):\n  try: socket.create_connection(a, 3); print('reached')\n"
            "  except OSError as e: print(e.errno or 'no')\n"
            "tried('127.0.0.1', %1)\ntried('1.1.1.1', 53)\ntried('10.0.0.1', 80)\ntried('169.254.169.254', 80)\n"
            "tried('::1', %1)\ntried('example.org', 80)\nprint(socket.if_nameindex())"_s.arg(ntohs(address.sin_port))));
    ::close(listener);
    QCOMPARE(printed(report), u"exited 0: 111 | 101 | 101 | 101 | 111 | -3 | [(1, 'lo')]"_s);
}

void TestHostile::systemNetworkHasNoAbstractSockets()
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = "decayscope-test-" + QByteArray::number(::getpid());
    std::memcpy(static_cast<char *>(address.sun_path) + 1, name.constData(), static_cast<std::size_t>(name.size()));
    const auto size
        = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + static_cast<std::size_t>(name.size()));
    const int listener = listenOutside(reinterpret_cast<const sockaddr *>(&address), size);
    QCOMPARE_GE(listener, 0);

    const auto session = m_lab.open();
    QVERIFY(session);
    const auto program = u"import socket\ns = socket.socket(socket.AF_UNIX)\n"
                         "try: s.connect('\\0%1'); print('reached')\nexcept OSError as e: print(e.errno)\n"
                         "print(len(socket.if_nameindex()) > 1)"_s.arg(QString::fromUtf8(name));
    auto command = python(program);
    QCOMPARE(printed(run(*session, command)), u"exited 0: 111 | False"_s);
    command.network = SandboxNetwork::System;
    QStringList allowed{u"exited 0: 1 | True"_s, u"exited 0: 1 | False"_s}; // A system may have a loopback only.
    const auto seen = printed(run(*session, command));
    ::close(listener);
    if (seen.contains(u"reached"))
        QSKIP("This kernel cannot keep programs from abstract sockets (Linux 6.12 and newer can).");
    QVERIFY2(allowed.contains(seen), qPrintable(seen));
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
