// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sandbox/diskmeter.h>
#include <sandbox/runfolder.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QString told(const Result<> &result)
{
    return result ? u"copied"_s : result.error().message;
}

void writeTo(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// A chain of folders that no path can name.
void makeDeep(const QString &folder, int depth)
{
    int place = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY);
    const QByteArray name(50, 'd');
    for (int level = 0; level < depth && place >= 0; ++level) {
        ::mkdirat(place, name.constData(), 0755);
        const int next = ::openat(place, name.constData(), O_RDONLY | O_DIRECTORY);
        ::close(place);
        place = next;
    }
    ::close(place);
}

} // namespace

/// The folders of runs: made, filled, and gone whatever a program left in them.
class TestRunFolder : public QObject
{
    Q_OBJECT

private slots:
    void isMadeAndGone();
    void namesClimbNowhere();
    void copiesWhatIsThere();
    void refusesTooMuch();
    void everythingGoes();
    void forgottenOnesGo();
    void sizesAreMeasured();
};

void TestRunFolder::isMadeAndGone()
{
    QString path;
    {
        const auto folder = RunFolder::make(-1);
        QVERIFY(folder);
        path = (*folder)->path();
        QCOMPARE((*folder)->makeFolder(u"a/b"_s).value(), QString(path + u"/a/b"_s));
        QCOMPARE((*folder)->makeFolder(u"a/b"_s).value(), QString(path + u"/a/b"_s));
        QCOMPARE((*folder)->writeFile(u"a/c/f"_s, "text").value(), QString(path + u"/a/c/f"_s));
        QCOMPARE((*folder)->writeFile(u"a/c/f"_s, "more").value(), QString(path + u"/a/c/f"_s));
        QFile file(path + u"/a/c/f"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "more"_ba);
        struct stat info{};
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777U, 0700U);
    }
    QVERIFY(!QFile::exists(path));
}

void TestRunFolder::namesClimbNowhere()
{
    const auto folder = RunFolder::make(-1);
    QVERIFY(folder);
    for (const auto *name : {"", "/", "/etc/x", "..", "../x", "a/../../x", "a/./b", "."}) {
        const auto made = (*folder)->makeFolder(QString::fromUtf8(name));
        QVERIFY2(!made && made.error().kind == ErrorKind::Refused, name);
        QVERIFY2(!(*folder)->writeFile(QString::fromUtf8(name), "x"), name);
    }
    QVERIFY(QFile::link(u"/tmp"_s, (*folder)->path() + u"/link"_s));
    QVERIFY(!(*folder)->makeFolder(u"link/x"_s));
    QVERIFY(!(*folder)->writeFile(u"link/x"_s, "x"));
    QVERIFY((*folder)->writeFile(u"link"_s, "x"));
    QVERIFY(!QFileInfo((*folder)->path() + u"/link"_s).isSymLink());
}

void TestRunFolder::copiesWhatIsThere()
{
    QTemporaryDir source;
    QVERIFY(QDir(source.path()).mkpath(u"sub/.git"_s));
    writeTo(source.filePath(u"sub/file"_s), "content");
    writeTo(source.filePath(u"sub/.git/HEAD"_s), "ref");
    writeTo(source.filePath(u"run"_s), "#!");
    QVERIFY(QFile(source.filePath(u"run"_s)).setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    QVERIFY(QFile::link(u"/etc/passwd"_s, source.filePath(u"link"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(source.filePath(u"pipe"_s)).constData(), 0600), 0);
    const auto folder = RunFolder::make(-1);
    QVERIFY(folder);
    QCOMPARE(told((*folder)->copyIn(source.path(), u"workspace"_s, 1000, {})), u"copied"_s);
    const auto at = [&folder](const QString &name) { return QString((*folder)->path() + u"/workspace/"_s + name); };
    QCOMPARE(QDir(at({})).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot),
        QStringList({u"link"_s, u"run"_s, u"sub"_s}));
    QCOMPARE(QFile::symLinkTarget(at(u"link"_s)), u"/etc/passwd"_s);
    QCOMPARE(QFileInfo(at(u"sub/file"_s)).size(), 7);
    QVERIFY(QFileInfo(at(u"run"_s)).isExecutable());
    QVERIFY(!QFileInfo(at(u"sub/file"_s)).isExecutable());
    QCOMPARE(told((*folder)->copyIn(source.path(), u"workspace"_s, 1000, {})), u"copied"_s);
}

void TestRunFolder::refusesTooMuch()
{
    QTemporaryDir source;
    writeTo(source.filePath(u"sparse"_s), "x");
    QVERIFY(QFile::resize(source.filePath(u"sparse"_s), qint64{1} << 40));
    const auto folder = RunFolder::make(-1);
    QVERIFY(folder);
    QCOMPARE(told((*folder)->copyIn(source.path(), u"w"_s, 1000000, {})),
        u"The folder is too large to be copied; \"%1\" is one too many."_s.arg(source.filePath(u"sparse"_s)));
    QCOMPARE(told((*folder)->copyIn(u"/no/such"_s, u"w"_s, 1000000, {})), u"There is no folder \"/no/such\"."_s);
    QCOMPARE(
        told((*folder)->copyIn(source.path(), u"../w"_s, 1000000, {})), u"\"../w\" is no name below a run's folder."_s);
    QCOMPARE(told((*folder)->copyIn(source.path(), u"w"_s, 1000000, Progress([] { return true; }))), u"Cancelled."_s);
    const auto deep = RunFolder::make(-1);
    QVERIFY(deep);
    makeDeep((*deep)->path(), 120);
    QVERIFY(
        told((*folder)->copyIn((*deep)->path(), u"w"_s, 1000000, {})).contains(u"are nested too deeply to be copied."));
}

void TestRunFolder::everythingGoes()
{
    auto folder = RunFolder::make(-1);
    QVERIFY(folder);
    const auto path = (*folder)->path();
    makeDeep(path, 300);
    QVERIFY((*folder)->makeFolder(u"shut/inner"_s));
    QVERIFY((*folder)->writeFile(u"shut/inner/file"_s, "x"));
    QVERIFY((*folder)->writeFile(u"odd \n\x01 name"_s, "x"));
    QCOMPARE(::mknod(QFile::encodeName(path + u"/pipe"_s).constData(), S_IFIFO | 0600, 0), 0);
    QTemporaryDir outside;
    writeTo(outside.filePath(u"kept"_s), "x");
    QVERIFY(QFile::link(outside.path(), path + u"/link"_s));
    for (int number = 0; number < 500; ++number)
        QVERIFY(QFile::link(u"nowhere"_s, path + u"/shut/inner/"_s + QString::number(number)));
    ::chmod(QFile::encodeName(path + u"/shut/inner"_s).constData(), 0);
    ::chmod(QFile::encodeName(path + u"/shut"_s).constData(), 0);
    ::chmod(QFile::encodeName(path).constData(), 0);
    folder->reset();
    QVERIFY(!QFile::exists(path));
    QVERIFY(QFile::exists(outside.filePath(u"kept"_s)));
}

void TestRunFolder::forgottenOnesGo()
{
    QString forgotten;
    {
        const auto folder = RunFolder::make(-1);
        QVERIFY(folder);
        forgotten = QFileInfo((*folder)->path()).path() + u"/decayscope-run-Forgot"_s;
    }
    QVERIFY(QDir().mkpath(forgotten + u"/inner"_s));
    const auto held = RunFolder::make(-1);
    QVERIFY(held);
    QVERIFY(!QFile::exists(forgotten));
    const auto next = RunFolder::make(-1);
    QVERIFY(next);
    QVERIFY(QFile::exists((*held)->path()));
}

void TestRunFolder::sizesAreMeasured()
{
    const auto folder = RunFolder::make(-1);
    QVERIFY(folder);
    DiskMeter meter;
    meter.add(QFile::encodeName((*folder)->path()));
    QVERIFY(meter.step(std::chrono::seconds(10)));
    const auto before = meter.bytes();
    QVERIFY((*folder)->writeFile(u"a/b/f"_s, QByteArray(1000000, 'x')));
    QVERIFY(QFile::link(u"/usr"_s, (*folder)->path() + u"/link"_s));
    QVERIFY(meter.step(std::chrono::seconds(10)));
    QCOMPARE_GE(meter.bytes() - before, 1000000);
    QCOMPARE_LT(meter.bytes() - before, 1100000);
    QCOMPARE(meter.entries(), 4);
    QVERIFY(!meter.isBlind());
    makeDeep((*folder)->path(), 120);
    int steps = 0;
    while (!meter.step(std::chrono::microseconds(1)))
        ++steps;
    QCOMPARE_GT(steps, 50);
    QVERIFY(meter.isBlind());
    meter.remove(QFile::encodeName((*folder)->path()));
    QVERIFY(meter.step(std::chrono::seconds(1)));
    QCOMPARE(meter.bytes(), 0);
}

QTEST_GUILESS_MAIN(TestRunFolder)
#include "tst_runfolder.moc"
