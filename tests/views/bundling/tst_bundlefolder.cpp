// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundledstudy.h"

#include <bundling/bundlefolder.h>
#include <bundling/paperbundle.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestBundleFolder : public QObject
{
    Q_OBJECT

private slots:
    void isReadAgain();
    void nothingIsOverwritten_data();
    void nothingIsOverwritten();
    void anEmptyFolderIsFilled();
    void cancellingLeavesNothing();
    void oddFoldersAreRefused_data();
    void oddFoldersAreRefused();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

namespace {

const std::vector<BundledFile> someFiles{
    {.path = u"README.md"_s, .content = "a"}, {.path = u"tables/decay.csv"_s, .content = "b\r\n"}};

QStringList entriesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

void touch(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

void makeOdd(const QString &folder, const QString &what)
{
    if (what == u"link")
        QVERIFY(QFile::link(u"/etc/passwd"_s, folder + u"/README.md"));
    else if (what == u"link to folder")
        QVERIFY(QFile::link(u"/etc"_s, folder + u"/figures"));
    else if (what == u"dangling link")
        QVERIFY(QFile::link(u"/nowhere/at/all"_s, folder + u"/figures"));
    else if (what == u"pipe")
        QCOMPARE(mkfifo(QFile::encodeName(folder + u"/pipe").constData(), 0600), 0);
    else if (what == u"name")
        touch(folder + u"/a\\b");
    else if (what == u"depth")
        touch(folder + u"/1/2/3/4/5/6/7/8/9");
    else if (what == u"size")
        QCOMPARE(truncate(QFile::encodeName(folder + u"/large").constData(), qint64{600} * 1024 * 1024), 0);
}

} // namespace

void TestBundleFolder::isReadAgain()
{
    const auto folder = path(u"new"_s);
    QVERIFY(writeBundleFolder(folder, someFiles, {}));
    const auto read = readBundleFolder(folder, {});
    QVERIFY(read);
    QCOMPARE(manifestOf(*read), manifestOf(someFiles));
    QVERIFY(QDir::setCurrent(m_folder.path()));
    const auto here = readBundleFolder(u"new"_s, {});
    QVERIFY2(here, here ? "" : qPrintable(here.error().message));
    QCOMPARE(manifestOf(*here), manifestOf(someFiles));
    QCOMPARE(entriesOf(m_folder.path()), QStringList{u"new"_s});
    QVERIFY(QFileInfo(folder).permission(QFile::ReadOwner | QFile::ExeOwner));
}

void TestBundleFolder::nothingIsOverwritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("why");
    QTest::newRow("full") << u"full"_s << u"the folder is not empty. Name one that is not there yet."_s;
    QTest::newRow("file") << u"full/file"_s << u"it is no folder. Name one that is not there yet."_s;
    QTest::newRow("link") << u"link"_s << u"it is no folder. Name one that is not there yet."_s;
    QTest::newRow("nowhere") << u"a/b/c"_s << u"there is no folder \"%1/a/b\". Make it first."_s.arg(m_folder.path());
}

void TestBundleFolder::nothingIsOverwritten()
{
    QFETCH(QString, name);
    QFETCH(QString, why);
    touch(path(u"full/file"_s));
    QDir().mkpath(path(u"empty"_s));
    QFile::link(path(u"empty"_s), path(u"link"_s));
    const auto written = writeBundleFolder(path(name), someFiles, {});
    QVERIFY(!written);
    QCOMPARE(written.error().message, QString(u"The bundle cannot go to \"%1\": "_s.arg(path(name)) + why));
    QCOMPARE(entriesOf(path(u"full"_s)), QStringList{u"file"_s});
}

void TestBundleFolder::anEmptyFolderIsFilled()
{
    QDir().mkpath(path(u"waiting"_s));
    QVERIFY(writeBundleFolder(path(u"waiting/"_s), someFiles, {}));
    QCOMPARE(entriesOf(path(u"waiting"_s)), (QStringList{u"README.md"_s, u"tables"_s}));
}

void TestBundleFolder::cancellingLeavesNothing()
{
    const auto before = entriesOf(m_folder.path());
    std::atomic<int> asked = 0;
    const Progress soon([&asked] { return ++asked > 1; });
    const auto written = writeBundleFolder(path(u"cancelled"_s), someFiles, soon);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Cancelled);
    const Progress now([] { return true; });
    const auto built
        = buildBundle(path(u"cancelled"_s), Test::aLabelledStudy(), {}, u"p"_s, QDateTime::currentDateTimeUtc(), now);
    QVERIFY(!built);
    QCOMPARE(built.error().kind, ErrorKind::Cancelled);
    QCOMPARE(entriesOf(m_folder.path()), before);
}

void TestBundleFolder::oddFoldersAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("why");
    QTest::newRow("link") << u"link"_s << u"\"README.md\" in \"%1\" is a link."_s;
    QTest::newRow("link to folder") << u"link to folder"_s << u"\"figures\" in \"%1\" is a link."_s;
    QTest::newRow("dangling link") << u"dangling link"_s << u"\"figures\" in \"%1\" is a link."_s;
    QTest::newRow("pipe") << u"pipe"_s << u"\"pipe\" in \"%1\" is neither a file nor a folder."_s;
    QTest::newRow("name") << u"name"_s << u"\"a\\b\" in \"%1\" has a name that no file of a bundle has."_s;
    QTest::newRow("depth") << u"depth"_s
                           << u"\"1/2/3/4/5/6/7/8/9\" in \"%1\" has a name that no file of a bundle has."_s;
    QTest::newRow("size") << u"size"_s << u"\"large\" in \"%1\" is larger than 512 MB."_s;
}

void TestBundleFolder::oddFoldersAreRefused()
{
    QFETCH(QString, what);
    QFETCH(QString, why);
    const auto folder = path(u"odd-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
    QDir().mkpath(folder);
    if (what == u"size")
        touch(folder + u"/large");
    makeOdd(folder, what);
    const auto read = readBundleFolder(folder, {});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Refused);
    QVERIFY2(read.error().message.startsWith(why.arg(folder)), qPrintable(read.error().message));
}

QTEST_MAIN(TestBundleFolder)
#include "tst_bundlefolder.moc"
