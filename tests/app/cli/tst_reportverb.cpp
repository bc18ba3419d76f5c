// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `report` in this process, on a study of one model and a framework.

#include "calledverb.h"
#include "writtenfiles.h"

#include <domain/task.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using nlohmann::json;
using Test::bytesOf;
using Test::calledVerb;
using Test::newmanReport;
using Test::VerbOutcome;
using Test::writeFile;

namespace {

/// From no constraint to three.
void writeTree(const QString &tree)
{
    int passed = 20;
    for (const auto constraints : {ConstraintSet{}, ConstraintSet{Constraint::Postgres},
             ConstraintSet{Constraint::CleanArchitecture, Constraint::Postgres},
             ConstraintSet{Constraint::CleanArchitecture, Constraint::Postgres, Constraint::SqlAlchemy}}) {
        const auto task = generationTaskName(u"flask", constraints);
        writeFile(tree + u"/uv/mini_swe_sdk/gpt-x/"_s + task
                + u"/2026-04-01T12-00-00/run_0/newman-run-report-2026-04-01-12-30-00-000-0.json"_s,
            newmanReport(passed, 20));
        passed -= 3;
    }
}

} // namespace

class TestReportVerb : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void usageIsCheckedFirst_data();
    void usageIsCheckedFirst();
    void theSameCallGivesTheSameBytes_data();
    void theSameCallGivesTheSameBytes();
    void filtersAreNamed();
    void storesAndFoldersMayBeMissing();

private:
    [[nodiscard]] VerbOutcome called(const QStringList &arguments) const
    {
        return calledVerb(
            QStringList{u"--store"_s, m_store, u"--json"_s, u"--quiet"_s, u"report"_s, u"--no-analyses"_s} + arguments);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_store;
};

void TestReportVerb::initTestCase()
{
    qputenv("SOURCE_DATE_EPOCH", "1780000000");
    m_store = path(u"study.decayscope"_s);
    writeTree(path(u"tree"_s));
    const auto imported = calledVerb({u"--store"_s, m_store, u"--json"_s, u"--quiet"_s, u"import"_s, path(u"tree"_s)});
    QCOMPARE(imported.document().value("imported", 0), 4);
}

void TestReportVerb::usageIsCheckedFirst_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no file") << QStringList{};
    QTest::newRow("no format") << QStringList{u"-o"_s, path(u"report"_s)};
    QTest::newRow("another format") << QStringList{u"-o"_s, path(u"report.docx"_s)};
    QTest::newRow("a format by a wrong name") << QStringList{u"-o"_s, path(u"a.html"_s), u"--format"_s, u"doc"_s};
    QTest::newRow("wrong verifiers") << QStringList{u"-o"_s, path(u"a.html"_s), u"--verifiers"_s, u"mine"_s};
}

void TestReportVerb::usageIsCheckedFirst()
{
    QFETCH(const QStringList, arguments);
    QCOMPARE(called(arguments).status, 2);
    QVERIFY(!QFile::exists(path(u"a.html"_s)));
}

void TestReportVerb::theSameCallGivesTheSameBytes_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("html") << QStringList{} << u"report.html"_s << QByteArray("<!DOCTYPE html>");
    QTest::newRow("pdf") << QStringList{} << u"report.pdf"_s << QByteArray("%PDF-1.6");
    QTest::newRow("pdf by format") << QStringList{u"--format"_s, u"pdf"_s} << u"report"_s << QByteArray("%PDF-1.6");
    QTest::newRow("anonymous, raw") << QStringList{u"--anonymous"_s, u"--raw"_s} << u"anonymous.html"_s
                                    << QByteArray("<!DOCTYPE html>");
}

void TestReportVerb::theSameCallGivesTheSameBytes()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, name);
    QFETCH(const QByteArray, start);
    const auto file = path(name);
    const auto answer = called(options + QStringList{u"-o"_s, file});
    QCOMPARE(answer.status, 0);
    const auto bytes = bytesOf(file);
    QVERIFY(bytes.startsWith(start));
    const auto files = answer.document()["files"];
    QCOMPARE(files.size(), 1U);
    QCOMPARE(QString::fromStdString(files[0]["path"]), file);
    QCOMPARE(QByteArray::fromStdString(files[0]["sha256"]),
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QCOMPARE(called(options + QStringList{u"-o"_s, file}).document(), answer.document());
}

void TestReportVerb::filtersAreNamed()
{
    const auto file = path(u"filtered.html"_s);
    QCOMPARE(called({u"-o"_s, file, u"--level"_s, u"L0"_s, u"--level"_s, u"L3"_s}).status, 0);
    QVERIFY(bytesOf(file).contains("2 of 4 in the study"));
    QCOMPARE(called({u"-o"_s, file, u"--model"_s, u"nobody"_s}).status, 0);
    QVERIFY(bytesOf(file).contains("There are no runs to report"));
}

void TestReportVerb::storesAndFoldersMayBeMissing()
{
    const auto file = path(u"missing.html"_s);
    const auto missing = path(u"none.decayscope"_s);
    QCOMPARE(calledVerb({u"--store"_s, missing, u"--quiet"_s, u"report"_s, u"-o"_s, file}).status, 3);
    QVERIFY(!QFile::exists(file));
    QCOMPARE(called({u"-o"_s, path(u"no/such/folder/report.pdf"_s)}).status, 2);
}

QTEST_MAIN(TestReportVerb)
#include "tst_reportverb.moc"
