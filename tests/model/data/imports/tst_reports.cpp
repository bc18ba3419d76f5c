// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixtures.h"

#include <imports/junitreader.h>
#include <imports/markuptokens.h>
#include <imports/newmanhtmlreader.h>
#include <imports/newmanjsonreader.h>
#include <imports/reportmerging.h>
#include <imports/reports.h>
#include <support/shareddata.h>

#include <QDirListing>
#include <QFile>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;

namespace {

QString numberOf(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QStringLiteral("-");
}

/// "name METHOD url code status ms passed/total: -failed (message)"
QStringList printed(const std::vector<RequestResult> &requests)
{
    QStringList lines;
    for (const auto &request : requests) {
        QStringList failures;
        for (const auto &assertion : request.assertions) {
            if (assertion.outcome != AssertionOutcome::Passed)
                failures.append(QStringLiteral("~-").at(assertion.outcome == AssertionOutcome::Failed ? 1 : 0)
                    + assertion.name + QStringLiteral(" (%1)").arg(assertion.message));
        }
        lines.append(QStringList{request.name, request.method, request.url, numberOf(request.code), request.status,
                         numberOf(request.milliseconds), QStringLiteral("%1/%2").arg(request.passed).arg(request.total)}
                         .join(u' ')
            + (failures.isEmpty() ? QString() : u": " + failures.join(u" | ")));
    }
    return lines;
}

/// The bytes of the one file with this suffix in a folder of the samples.
QByteArray sample(const QString &folder, const QString &suffix)
{
    for (const auto &entry : QDirListing(sharedFile(u"data/samples/newman/" + folder), {u"*." + suffix})) {
        QFile file(entry.filePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    return {};
}

int failedWithMessage(const std::vector<RequestResult> &requests)
{
    int count = 0;
    for (const auto &request : requests) {
        count += static_cast<int>(std::ranges::count_if(request.assertions,
            [](const auto &a) { return a.outcome == AssertionOutcome::Failed && !a.message.isEmpty(); }));
    }
    return count;
}

const QByteArray jsonReport
    = R"({"collection":{"run":{}},"run":{"failures":[{"parent":{"executions":[1]}}],"executions":[
{"item":{"name":"Tags"},"request":{"method":"GET","url":{"protocol":"http","port":"80","path":["api","tags"],
"host":["127","0"],"query":[{"key":"a","value":"b"}]}},"response":{"status":"OK","code":200,"responseTime":7,
"responseSize":9},"assertions":[{"assertion":"a","skipped":false},{"assertion":"a","error":{"message":"expected 409 to equal 200"}},
{"assertion":"b","skipped":true}]},
{"item":{"name":"Login"},"request":{"method":"POST","url":"http:\/\/x/y"},"requestError":{"code":"ECONNREFUSED","syscall":"connect"},
"testScript":[{"error":{"name":"TypeError","message":"x is undefined"}}],
"assertions":[{"assertion":"c","error":{"name":"AssertionError","message":"expected false to be truthy"}}]}]}})";

const QByteArray junitReport = R"(<?xml version="1.0"?><!-- made --><testsuites name="C" tests="2">
<testsuite name="Auth / Tags" id="1" timestamp="t" tests="2" time="0.050"><testcase name="a" time="0.05" classname="x"/>
<testcase name="b &amp; c"><failure type="AssertionFailure" message="expected &lt;1&gt;"><![CDATA[Failed 1 times.]]></failure></testcase>
<testcase name="d"><failure><![CDATA[one ]]><![CDATA[two]]></failure></testcase><testcase name="e"><skipped/></testcase></testsuite>
<testsuite name="Old" id="2" time="1965"><testsuite name="Inner"><testcase name="f"><error message="no"/></testcase></testsuite></testsuite>
</testsuites>)";

const QByteArray htmlReport = R"(<!DOCTYPE html><html><script>if (a < b) <a href="#failureData-9">x</a></script>
<a href="#requestData-1">All</a><a x href="#requestData-2">All</a>
<a data="#" href="#failureData-0">
 AssertionError: User&#x27;s &quot;bio&quot; &lt;b&gt; </a><div>Description</div><div>expected 1 to equal 2 &unknown; &#xD800;</div>
<div>Request</div><a href="#collapse-request-2">All</a><!-- <a href="#failureData-7">no</a> -->
<a href="#failureData-1">Plain</a><a href="#collapse-request-99">Gone</a></html>)";

} // namespace

/// Reports of the behavioural suite beside the CSV one.
class tst_Reports : public QObject
{
    Q_OBJECT

private slots:
    void readsJson();
    void readsJunit();
    void scrapesHtml();
    void readsOddInput_data();
    void readsOddInput();
    void refusesDocumentTypes();
    void readsReal_data();
    void readsReal();
    void tellsFormats();
    void fillsMessagesIn();
    void theTableGivesTheCounts();
    void withoutATableTheNextReportCounts();
};

void tst_Reports::readsJson()
{
    const auto reading = readNewmanJson(jsonReport);
    QCOMPARE(printed(reading.requests),
        QStringList({QStringLiteral("Tags GET http://127.0:80/api/tags?a=b 200 OK 7 1/3: -a (expected 409 to equal "
                                    "200) | ~b ()"),
            QStringLiteral("Login POST http://x/y -  - 0/1: -c (expected false to be truthy)")}));
    QCOMPARE(reading.warnings,
        QStringList({QStringLiteral("1 requests got no answer; the first: connect ECONNREFUSED."),
            QStringLiteral("1 test scripts broke off, so that assertions may be missing; the first in \"Login\": x is "
                           "undefined.")}));
    const auto cut = readNewmanJson(jsonReport.first(jsonReport.indexOf("{\"item\":{\"name\":\"Login\"") + 20));
    QCOMPARE(cut.requests.size(), 1U);
    QCOMPARE(cut.warnings,
        QStringList({QStringLiteral("The report breaks off or is no valid JSON; what could be read counts.")}));
}

void tst_Reports::readsJunit()
{
    const auto reading = readJunit(junitReport);
    QCOMPARE(printed(reading.requests),
        QStringList({QStringLiteral("Auth / Tags   -  50 1/4: -b & c (expected <1>) | -d (one two) | ~e ()"),
            QStringLiteral("Old   -  1965 0/0"), QStringLiteral("Inner   -  - 0/1: -f (no)")}));
    QCOMPARE(reading.warnings.size(), 1);
    QVERIFY(reading.warnings.front().contains(u"merges"));
}

void tst_Reports::scrapesHtml()
{
    const auto reading = readNewmanHtml(htmlReport);
    QCOMPARE(printed(reading.requests),
        QStringList({QStringLiteral("All   -  - 0/0"),
            QStringLiteral("All   -  - 0/1: -User's \"bio\" <b> (expected 1 to equal 2 &unknown; &#xD800;)")}));
    QCOMPARE(reading.warnings, QStringList({QStringLiteral("1 failures of the report belong to no request of it.")}));
}

void tst_Reports::readsOddInput_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("no UTF-8") << QByteArray(1000, '\xff');
    QTest::newRow("deep JSON") << QByteArray("{\"run\":{\"executions\":[") + QByteArray(200'000, '[');
    QTest::newRow("deep XML") << QByteArray("<testsuites>") + QByteArray("<testsuite>").repeated(50'000);
    QTest::newRow("open tags") << QByteArray("<html>") + QByteArray("<a href=\"#requestData-").repeated(20'000);
    QTest::newRow("many entities") << QByteArray("<a href=\"#requestData-1\">") + QByteArray("&").repeated(100'000);
    QTest::newRow("odd members") << QByteArray(R"({"run":{"executions":[1,null,[],{"item":3,"request":[],"response":7,
        "assertions":[4,null,{"error":5},{"assertion":{}}],"testScript":[1,{"error":2}]}]}})");
    QTest::newRow("no list") << QByteArray(R"({"collection":{},"run":{"executions":{}}})");
    QTest::newRow("cut in a comment") << QByteArray("<html><!-- ");
    QTest::newRow("cut in a script") << QByteArray("<html><script> <");
    for (const auto *whole : {&jsonReport, &junitReport, &htmlReport}) {
        for (qsizetype size = 0; size < whole->size(); size += 97)
            QTest::addRow("cut %d %d", int(whole->size()), int(size)) << whole->first(size);
    }
}

void tst_Reports::readsOddInput()
{
    QFETCH(QByteArray, bytes);
    for (auto *read : {&readNewmanJson, &readJunit, &readNewmanHtml, &readReport}) {
        const auto reading = read(bytes);
        for (const auto &request : reading.requests)
            QVERIFY(request.total == request.passed + request.failed + request.skipped);
    }
}

void tst_Reports::refusesDocumentTypes()
{
    const auto reading = readJunit("<?xml version=\"1.0\"?><!DOCTYPE testsuites [<!ENTITY a \"aaaa\">]><testsuites>"
                                   "<testsuite name=\"&a;\"><testcase name=\"x\"/></testsuite></testsuites>");
    QCOMPARE(printed(reading.requests), QStringList());
    QVERIFY(reading.warnings.front().contains(u"document type"));
}

void tst_Reports::readsReal_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QString>("counts");
    QTest::newRow("json, all pass") << QStringLiteral("all-pass") << QStringLiteral("json")
                                    << QStringLiteral("32 290/290 0");
    QTest::newRow("json, some fail") << QStringLiteral("partial-fail") << QStringLiteral("json")
                                     << QStringLiteral("32 271/290 19");
    QTest::newRow("junit, all pass") << QStringLiteral("all-pass") << QStringLiteral("xml")
                                     << QStringLiteral("32 290/290 0");
    QTest::newRow("junit, some fail") << QStringLiteral("partial-fail") << QStringLiteral("xml")
                                      << QStringLiteral("32 271/290 19");
    QTest::newRow("junit, no server") << QStringLiteral("server-down") << QStringLiteral("xml")
                                      << QStringLiteral("32 0/290 290");
    QTest::newRow("html, some fail") << QStringLiteral("partial-fail") << QStringLiteral("html")
                                     << QStringLiteral("32 0/19 19");
    QTest::newRow("html, all pass") << QStringLiteral("all-pass") << QStringLiteral("html")
                                    << QStringLiteral("32 0/0 0");
}

void tst_Reports::readsReal()
{
    DECAYSCOPE_REQUIRE_SHARED("data/samples/newman");
    QFETCH(QString, folder);
    QFETCH(QString, suffix);
    const auto reading = readReport(sample(folder, suffix));
    int passed = 0;
    int total = 0;
    for (const auto &request : reading.requests) {
        passed += request.passed;
        total += request.total;
    }
    QTEST(QStringLiteral("%1 %2/%3 %4")
              .arg(reading.requests.size())
              .arg(passed)
              .arg(total)
              .arg(failedWithMessage(reading.requests)),
        "counts");
}

void tst_Reports::tellsFormats()
{
    QCOMPARE(reportFormatOf("\xEF\xBB\xBFiteration,collectionName,requestName,method"), ReportFormat::NewmanCsv);
    QCOMPARE(reportFormatOf(jsonReport), ReportFormat::NewmanJson);
    QCOMPARE(reportFormatOf(" {\n \"run\": {\"stats\""), ReportFormat::NewmanJson);
    QCOMPARE(reportFormatOf(junitReport), ReportFormat::Junit);
    QCOMPARE(reportFormatOf("<testsuite/>"), ReportFormat::Junit);
    QCOMPARE(reportFormatOf(htmlReport), ReportFormat::NewmanHtml);
    for (const auto *other : {"", "{", "{\"environment\": \"swe\", \"trajectory\"", "{\"run\": 1", "<?xml", "<!-- ",
             "<project>", "diff --git a/x b/x", "[]"})
        QVERIFY2(!looksLikeReport(other), other);
    QVERIFY(!looksLikeReport(htmlReport));
    QVERIFY(looksLikeReport(junitReport));
}

void tst_Reports::fillsMessagesIn()
{
    const auto failed = [](const char *name, const char *message = "") {
        return AssertionResult{QString::fromUtf8(name), AssertionOutcome::Failed, QString::fromUtf8(message)};
    };
    const AssertionResult passed{QStringLiteral("a"), AssertionOutcome::Passed, {}};
    std::vector<RequestResult> requests{
        {.name = QStringLiteral("Tags"), .assertions = {passed, failed("a"), failed("a")}},
        {.name = QStringLiteral("Other"), .assertions = {failed("b")}},
        {.name = QStringLiteral("Tags"), .code = 500, .assertions = {failed("a"), failed("c")}}};
    const std::vector<RequestResult> other{{.name = QStringLiteral("X / Tags"),
                                               .code = 200,
                                               .assertions = {passed, failed("a", "one"), failed("a", "two")}},
        {.name = QStringLiteral("Tags"), .code = 404, .assertions = {failed("a", "three"), failed("z", "four")}},
        {.name = QStringLiteral("Gone"), .assertions = {failed("y", "five")}, .failed = 1}};
    QCOMPARE(fillFrom(requests, other), 2);
    QCOMPARE(printed(requests),
        QStringList({QStringLiteral("Tags   200  - 0/0: -a (one) | -a (two)"),
            QStringLiteral("Other   -  - 0/0: -b ()"), QStringLiteral("Tags   500  - 0/0: -a (three) | -c ()")}));
    QVERIFY(lacksMessages(requests));
}

void tst_Reports::theTableGivesTheCounts()
{
    DECAYSCOPE_REQUIRE_SHARED("data/samples/newman");
    const auto folder = QStringLiteral("partial-fail");
    const auto name = QStringLiteral("newman-run-report-2026-11-22-08-14-0%1-0.%2");
    for (const auto &suffix : {QStringLiteral("json"), QStringLiteral("xml"), QStringLiteral("html")}) {
        const auto bundle = bundleOf(
            {{name.arg(QStringLiteral("4-420"), QStringLiteral("csv")), sample(folder, QStringLiteral("csv"))},
                {name.arg(QStringLiteral("4-499"), suffix), sample(folder, suffix)}});
        const auto summary = summaryOf(bundle);
        QCOMPARE(QStringLiteral("%1/%2 of %3").arg(summary.passed).arg(summary.failed).arg(summary.assertions),
            QStringLiteral("271/19 of 290"));
        QCOMPARE(failedWithMessage(bundle.requests), 19);
        QVERIFY(!lacksMessages(bundle.requests));
        QCOMPARE(bundle.requests.front().assertions.front().message, u"expected false to be truthy");
    }
    // Of another minute: it says nothing about this report.
    const auto stale = bundleOf({{name.arg(QStringLiteral("4-420"), QStringLiteral("csv")),
                                     sample(folder, QStringLiteral("csv"))},
        {QStringLiteral("newman-run-report-2026-11-20-08-14-04-420-0.json"), sample(folder, QStringLiteral("json"))}});
    QCOMPARE(failedWithMessage(stale.requests), 0);
}

void tst_Reports::withoutATableTheNextReportCounts()
{
    const auto json = QStringLiteral("newman-run-report-2026-11-22-08-14-04-420-0.json");
    const auto xml = QStringLiteral("newman-run-report-2026-11-22-08-14-04-423-0.xml");
    const auto both = bundleOf({{json, jsonReport}, {xml, junitReport}});
    QCOMPARE(printed(both.requests).size(), 2);
    QCOMPARE(summaryOf(both).failed, 2);
    QVERIFY(
        warningsOf(both).contains(json + QStringLiteral(": It gives the run's scores, for there is no CSV report.")));
    const auto junit = bundleOf({{xml, junitReport}});
    QCOMPARE(summaryOf(junit).failed, 3);
    QCOMPARE(junit.documents.front().kind, DocumentKind::Report);
}

QTEST_GUILESS_MAIN(tst_Reports)
#include "tst_reports.moc"
