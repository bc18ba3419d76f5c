// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixtures.h"

#include <imports/assertionnames.h>
#include <imports/newmancsvreader.h>
#include <support/shareddata.h>

#include <QFile>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;

namespace {

constexpr QByteArrayView columns{
    "iteration,collectionName,requestName,method,url,status,code,responseTime,responseSize,executed,failed,"
    "skipped,totalAssertions,executedCount,failedCount,skippedCount"};

/// "name code total/passed/failed/skipped: +passed -failed ~skipped"
QStringList printed(const NewmanReading &reading)
{
    QStringList lines;
    for (const auto &request : reading.requests) {
        QStringList names;
        for (const auto &assertion : request.assertions)
            names.append(QStringLiteral("+-~").at(static_cast<int>(assertion.outcome)) + assertion.name);
        lines.append(QStringLiteral("%1 %2 %3/%4/%5/%6: %7")
                .arg(request.name, request.code ? QString::number(*request.code) : QStringLiteral("none"))
                .arg(request.total)
                .arg(request.passed)
                .arg(request.failed)
                .arg(request.skipped)
                .arg(names.join(QLatin1StringView(" | "))));
    }
    return lines + reading.warnings;
}

int sumOf(const NewmanReading &reading, int RequestResult::*count)
{
    int sum = 0;
    for (const auto &request : reading.requests)
        sum += request.*count;
    return sum;
}

} // namespace

/// Reports of the behavioural suite, whole and odd.
class tst_NewmanCsvReader : public QObject
{
    Q_OBJECT

private slots:
    void readsWholeReport();
    void readsRealReports_data();
    void readsRealReports();
    void countsCutReportAsItStands();
    void expectsNothingOfUnknownSuites();
    void readsOddReports_data();
    void readsOddReports();
    void splitsNamesByTheSuite();
};

void tst_NewmanCsvReader::readsWholeReport()
{
    for (const auto passing : {true, false}) {
        auto report = fullReport(passing);
        const auto reading = readNewmanCsv(report);
        QCOMPARE(reading.warnings, QStringList());
        QCOMPARE(reading.requests.size(), 32U);
        QCOMPARE(sumOf(reading, &RequestResult::total), 290);
        QCOMPARE(sumOf(reading, &RequestResult::passed), passing ? 290 : 0);
        const auto windows = readNewmanCsv(report.replace("\n", "\r\n").append("\r\n"));
        QVERIFY(windows.requests == reading.requests);
    }
}

void tst_NewmanCsvReader::readsRealReports_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("passed");
    QTest::newRow("all pass") << QStringLiteral(
        "data/samples/newman/all-pass/newman-run-report-2026-11-22-08-13-38-668-0.csv")
                              << 290;
    QTest::newRow("partial") << QStringLiteral(
        "data/samples/newman/partial-fail/newman-run-report-2026-11-22-08-14-04-420-0.csv")
                             << 271;
    QTest::newRow("server down") << QStringLiteral(
        "data/samples/newman/server-down/newman-run-report-2026-11-22-08-07-42-112-0.csv")
                                 << 0;
}

void tst_NewmanCsvReader::readsRealReports()
{
    QFETCH(QString, file);
    QFETCH(int, passed);
    QFile report(sharedFile(file));
    if (!report.open(QIODevice::ReadOnly))
        QSKIP("The shared samples are not beside this checkout; set DECAYSCOPE_SHARED to their folder.");
    const auto reading = readNewmanCsv(report.readAll());
    QCOMPARE(reading.warnings, QStringList());
    QCOMPARE(sumOf(reading, &RequestResult::total), 290);
    QCOMPARE(sumOf(reading, &RequestResult::passed), passed);
    QCOMPARE(sumOf(reading, &RequestResult::failed), 290 - passed);
    std::size_t names = 0;
    for (const auto &request : reading.requests)
        names += request.assertions.size();
    QCOMPARE(names, 290U);
}

void tst_NewmanCsvReader::countsCutReportAsItStands()
{
    const auto whole = fullReport(true);
    const auto cut = readNewmanCsv(whole.first(whole.indexOf("Favorite Article") + 40));
    QVERIFY(cut.requests.size() < 32);
    QVERIFY(sumOf(cut, &RequestResult::total) < 290);
    QCOMPARE(sumOf(cut, &RequestResult::passed), sumOf(cut, &RequestResult::total));
    QCOMPARE(cut.warnings.last(),
        QStringLiteral(
            "The report holds %1 of the suite's 290 assertions, in %2 of 32 requests; scores rest on these alone.")
            .arg(sumOf(cut, &RequestResult::total))
            .arg(cut.requests.size()));
    for (qsizetype size = 0; size < whole.size(); size += 97)
        QVERIFY(readNewmanCsv(whole.first(size)).requests.size() <= 32);
}

/// Another contract's suite may have requests with names of the study's.
void tst_NewmanCsvReader::expectsNothingOfUnknownSuites()
{
    const QByteArray report
        = columns.toByteArray() + "\n0,Shelf,Login,POST,http://h/login,OK,200,1,1,\"status is 200, b\",,,2,2,0,0\n";
    QCOMPARE(
        printed(readNewmanCsv(report, {})), QStringList({QStringLiteral("Login 200 2/2/0/0: +status is 200 | +b")}));
    QVERIFY(readNewmanCsv(report).warnings.last().contains(u"290 assertions"));
}

void tst_NewmanCsvReader::readsOddReports_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("lines");
    const auto rows = [](const QByteArray &text) { return QByteArray(columns.toByteArray() + '\n' + text); };
    const auto one = QStringLiteral(
        "The report holds 1 of the suite's 290 assertions, in 1 of 32 requests; scores rest on these alone.");
    QTest::newRow("nothing") << QByteArray() << QStringList({QStringLiteral("The report is empty.")});
    QTest::newRow("header only") << columns.toByteArray()
                                 << QStringList({QStringLiteral("The report holds no request.")});
    QTest::newRow("few columns") << QByteArray("iteration,collectionName,requestName\n")
                                 << QStringList(
                                        {QStringLiteral(
                                             "The report lacks the columns method, url, status, code, responseTime, "
                                             "responseSize, executed, failed, skipped, totalAssertions, executedCount, "
                                             "failedCount, skippedCount."),
                                            QStringLiteral("The report holds no request.")});
    QTest::newRow("no numbers")
        << rows("1,Other,Ping,GET,u,OK,NaN,x,,yes,,,NaN,-1,,2.0\n")
        << QStringList({QStringLiteral("Ping none 0/0/0/0: +yes"),
               QStringLiteral("4 counts are missing or no numbers; each counts as 0."),
               QStringLiteral(
                   "In 1 requests the assertions named and the counts disagree; scores follow the counts.")});
    QTest::newRow("unknown names") << rows("1,Other,Ping,GET,u,OK,200,1,2,\"a, b\",c,d,4,2,1,1")
                                   << QStringList({QStringLiteral("Ping 200 4/2/1/1: +a | +b | -c | ~d")});
    QTest::newRow("no utf-8") << rows("1,Other,caf\xe9,GET,u,OK,200,1,2,a,,,1,1,0,0")
                              << QStringList({QStringLiteral("caf\uFFFD 200 1/1/0/0: +a")});
    QTest::newRow("mark and blank lines")
        << QByteArray("\xEF\xBB\xBF" + rows("\n\n1,Other,Ping,GET,u,,,,,a,,,1,1,0,0\n\n"))
        << QStringList({QStringLiteral("Ping none 1/1/0/0: +a")});
    QTest::newRow("other order of columns")
        << QByteArray("totalAssertions,requestName,executedCount,failedCount,skippedCount,executed,failed,skipped,"
                      "method,url,status,code,responseTime,responseSize\n1,Register,1,0,0,\"User has \"\"token\"\" "
                      "property\",,,,,,,,")
        << QStringList({QStringLiteral("Register none 1/1/0/0: +User has \"token\" property"), one});
}

void tst_NewmanCsvReader::readsOddReports()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, lines);
    QCOMPARE(printed(readNewmanCsv(bytes)), lines);
}

void tst_NewmanCsvReader::splitsNamesByTheSuite()
{
    const QStringList known{
        QStringLiteral("first"), QStringLiteral("one, two"), QStringLiteral("one"), QStringLiteral("last")};
    QStringList names;
    for (const auto &result : splitAssertions({.passed = QStringLiteral("one, two, last, odd, one"),
                                                  .failed = QStringLiteral("first, lastly"),
                                                  .skipped = {}},
             known))
        names.append(QStringLiteral("+-~").at(static_cast<int>(result.outcome)) + result.name);
    QCOMPARE(names,
        QStringList({QStringLiteral("-first"), QStringLiteral("+one, two"), QStringLiteral("+one"),
            QStringLiteral("+last"), QStringLiteral("+odd"), QStringLiteral("-lastly")}));
}

QTEST_GUILESS_MAIN(tst_NewmanCsvReader)
#include "tst_newmancsvreader.moc"
