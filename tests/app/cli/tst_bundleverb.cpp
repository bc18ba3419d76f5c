// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `bundle` in this process, on the sample study with its labels.

#include "calledverb.h"

#include <bundling/bundlefolder.h>
#include <bundling/bundlescan.h>
#include <sample/samplestudy.h>
#include <verifiers/bothverifiers.h>
#include <workspace/workspace.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::VerbOutcome;

class TestBundleVerb : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void usageIsCheckedFirst_data();
    void usageIsCheckedFirst();
    void buildsAndVerifies();
    void plansGiveTheSameBundle();
    void anonymousBundlesNameNobody();
    void differencesAreFindings();
    void whatIsNoBundleIsRefused();
    void changedRunsAreNamed(); // Changes the store: the last.

private:
    [[nodiscard]] VerbOutcome called(const QStringList &arguments) const
    {
        return Test::calledVerb(QStringList{u"--store"_s, m_store, u"--json"_s, u"--quiet"_s, u"bundle"_s} + arguments);
    }
    /// Without the store.
    [[nodiscard]] static VerbOutcome verified(const QString &folder)
    {
        return Test::calledVerb({u"--json"_s, u"--quiet"_s, u"bundle"_s, u"verify"_s, folder});
    }
    [[nodiscard]] VerbOutcome built(const QString &name, const QStringList &more = {}) const
    {
        return called(QStringList{u"build"_s, path(name), u"--figure"_s, u"decay"_s, u"--part"_s, u"decay"_s} + more);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_store;
};

namespace {

const QByteArray nothingFound = R"({"matches":true,"differences":[],"notes":[])";

std::vector<BundledFile> filesOf(const QString &folder)
{
    auto files = readBundleFolder(folder, {});
    return files ? std::move(*files) : std::vector<BundledFile>();
}

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

void TestBundleVerb::initTestCase()
{
    qputenv("SOURCE_DATE_EPOCH", "1767323045");
    qunsetenv("DECAYSCOPE_STORE");
    m_store = path(u"secret-study.decayscope"_s);
    QVERIFY(writeSampleStudy(m_store, bothVerifiers()));
    append(path(u"new.json"_s), R"({"schema": 99})");
    append(path(u"large.json"_s), QByteArray(17 * 1024 * 1024, ' '));
    append(path(u"nowhere.json"_s), R"({"schema": 1, "preset": "nowhere"})");
}

void TestBundleVerb::usageIsCheckedFirst_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("no folder") << QStringList{u"build"_s};
    QTest::newRow("figure") << QStringList{u"build"_s, path(u"x"_s), u"--figure"_s, u"decoy"_s};
    QTest::newRow("part") << QStringList{u"build"_s, path(u"x"_s), u"--part"_s, u"decoy"_s};
    QTest::newRow("venue") << QStringList{u"build"_s, path(u"x"_s), u"--preset"_s, u"nowhere"_s};
    QTest::newRow("plan") << QStringList{u"build"_s, path(u"x"_s), u"--plan"_s, u"/nowhere/plan.json"_s};
    QTest::newRow("pipe") << QStringList{u"build"_s, path(u"x"_s), u"--plan"_s, u"/dev/null"_s};
    QTest::newRow("too new a plan") << QStringList{u"build"_s, path(u"x"_s), u"--plan"_s, path(u"new.json"_s)};
    QTest::newRow("too large a plan") << QStringList{u"build"_s, path(u"x"_s), u"--plan"_s, path(u"large.json"_s)};
    QTest::newRow("plan for nowhere") << QStringList{u"build"_s, path(u"x"_s), u"--plan"_s, path(u"nowhere.json"_s)};
    QTest::newRow("full folder") << QStringList{u"build"_s, m_folder.path()};
    QTest::newRow("verify nothing") << QStringList{u"verify"_s};
}

void TestBundleVerb::usageIsCheckedFirst()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(called(arguments).status, 2);
    // Whether there is a store is asked last.
    QCOMPARE(
        Test::calledVerb(QStringList{u"--store"_s, path(u"none"_s), u"--quiet"_s, u"bundle"_s} + arguments).status, 2);
    QVERIFY(!QFileInfo::exists(path(u"x"_s)));
}

void TestBundleVerb::buildsAndVerifies()
{
    const auto build = built(u"bundle"_s);
    QVERIFY2(build.status == 0, build.output.constData());
    const auto files = build.document().at("files");
    QCOMPARE(files.size() + 1, filesOf(path(u"bundle"_s)).size());
    QCOMPARE(files.at(0).at("path").get<std::string>(), "README.md");
    const auto verify = verified(path(u"bundle"_s));
    QVERIFY2(verify.status == 0, verify.output.constData());
    QVERIFY2(verify.output.startsWith(nothingFound) || verify.document().at("matches").get<bool>(),
        verify.output.constData());
    QCOMPARE(verify.document().at("files"), files);
    QCOMPARE(verify.document().at("file_count").get<std::size_t>(), files.size());
    QCOMPARE(called({u"verify"_s, path(u"bundle"_s)}).status, 0);
    QCOMPARE(Test::calledVerb({u"--store"_s, path(u"none"_s), u"bundle"_s, u"verify"_s, path(u"bundle"_s)}).status, 3);
    QCOMPARE(Test::calledVerb({u"--store"_s, path(u"none"_s), u"bundle"_s, u"build"_s, path(u"y"_s)}).status, 3);
}

void TestBundleVerb::plansGiveTheSameBundle()
{
    QCOMPARE(
        built(u"first"_s, {u"--preset"_s, u"icml"_s, u"--raw"_s, u"--level"_s, u"L0"_s, u"--level"_s, u"L3"_s}).status,
        0);
    QCOMPARE(called({u"build"_s, path(u"second"_s), u"--plan"_s, path(u"first/plan.json"_s)}).status, 0);
    QCOMPARE(manifestOf(filesOf(path(u"second"_s))), manifestOf(filesOf(path(u"first"_s))));
}

void TestBundleVerb::anonymousBundlesNameNobody()
{
    const auto build = built(u"anonymous"_s, {u"--anonymous"_s, u"--identity"_s, u"nobodys-word"_s});
    QVERIFY2(build.status == 0, build.output.constData());
    const WordMask mask({u"secret-study"_s, m_folder.path(), u"nobodys-word"_s});
    QCOMPARE(identityTraces(filesOf(path(u"anonymous"_s)), mask), QStringList());
    QCOMPARE(verified(path(u"anonymous"_s)).status, 0);
    QCOMPARE(built(u"leak"_s, {u"--anonymous"_s, u"--identity"_s, u"mini_swe_sdk"_s}).status, 1);
    QVERIFY(!QFileInfo::exists(path(u"leak"_s)));
}

void TestBundleVerb::differencesAreFindings()
{
    QCOMPARE(built(u"changed"_s).status, 0);
    append(path(u"changed/tables/decay.md"_s), " ");
    const auto verify = verified(path(u"changed"_s));
    QCOMPARE(verify.status, 1);
    QVERIFY(!verify.document().at("matches").get<bool>());
    QCOMPARE(verify.document().at("differences").at(0).get<std::string>(),
        "\"tables/decay.md\" was changed: its hash is not the manifest's.");
}

void TestBundleVerb::whatIsNoBundleIsRefused()
{
    QCOMPARE(verified(path(u"nowhere"_s)).status, 4);
    QCOMPARE(verified(m_folder.path()).status, 4);
}

void TestBundleVerb::changedRunsAreNamed()
{
    QCOMPARE(built(u"then"_s).status, 0);
    {
        auto workspace = Workspace::open(m_store, OpenMode::ReadWrite, bothVerifiers());
        QVERIFY(workspace);
        const auto &run = (*workspace)->snapshot()->runs.front();
        QVERIFY((*workspace)->setExclusion({run.id}, u"the disk was full"_s).result());
    }
    QCOMPARE(verified(path(u"then"_s)).status, 0);
    const auto verify = called({u"verify"_s, path(u"then"_s)});
    QCOMPARE(verify.status, 1);
    const auto said = QString::fromStdString(verify.document().at("differences").at(0).get<std::string>());
    QVERIFY2(said.contains(u"excluded was no, is yes; exclusion_reason was nothing, is the disk was full."_s),
        qPrintable(said));
}

QTEST_MAIN(TestBundleVerb)
#include "tst_bundleverb.moc"
