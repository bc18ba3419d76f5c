// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <suite/suitereports.h>

#include <QTest>
#include <QXmlStreamReader>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

SuiteResult someResult()
{
    SuiteResult result;
    HttpExchange first;
    first.group = u"Auth"_s;
    first.name = u"Log \"in\", please"_s;
    first.method = u"POST"_s;
    first.url = u"http://h/api/users"_s;
    first.status = 201;
    first.reason = u"Created"_s;
    first.answer.bodySize = 12;
    first.milliseconds = 7;
    first.checks = {{.name = u"is <there> & \u0001 well"_s, .passed = true, .expected = u"a"_s, .actual = u"b"_s},
        {.name = u"status"_s, .passed = false, .expected = u"200"_s, .actual = u"201"_s}};
    HttpExchange second;
    second.name = u"Tags"_s;
    second.method = u"GET"_s;
    second.url = u"http://h/api/tags"_s + QChar(0xd800) + u"]]>"_s;
    second.error = u"Nothing listens at \ufffeh."_s;
    second.checks = {{.name = u"tags"_s, .passed = false, .expected = u"an array at tags"_s, .actual = u"no answer"_s}};
    HttpExchange third;
    third.name = u"Delete"_s;
    third.method = u"DELETE"_s;
    third.url = u"http://h"_s;
    third.status = 204;
    result.exchanges = {first, second, third};
    result.milliseconds = 1500;
    return result;
}

QStringList printedXml(const QByteArray &xml)
{
    QStringList lines;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        QStringList parts{reader.name().toString()};
        const auto attributes = reader.attributes();
        for (const auto &attribute : attributes)
            parts.append(attribute.name() % u'=' % attribute.value());
        lines.append(parts.join(u' '));
    }
    return reader.hasError() ? QStringList(reader.errorString()) : lines;
}

} // namespace

class tst_SuiteReports : public QObject
{
    Q_OBJECT

private slots:
    void csvHasTheStudysColumns();
    void junitIsValidWhateverComes();
    void requestsSayWhatWasExpected();
    void unanswered();
};

void tst_SuiteReports::csvHasTheStudysColumns()
{
    const auto lines = QString::fromUtf8(csvReport(someResult(), u"conduit"_s)).split(u'\n');
    QCOMPARE(lines,
        QStringList({u"iteration,collectionName,requestName,method,url,status,code,responseTime,responseSize,executed,"
                     "failed,skipped,totalAssertions,executedCount,failedCount,skippedCount"_s,
            u"\"1\",\"conduit\",\"Log \"\"in\"\", please\",\"POST\",\"http://h/api/users\",\"Created\",\"201\",\"7\","
            "\"12\",\"is <there> & \u0001 well\",\"status\",,\"2\",\"1\",\"1\",\"0\""_s,
            u"\"1\",\"conduit\",\"Tags\",\"GET\",\"http://h/api/tags?]]>\",,,,,,\"tags\",,\"1\",\"0\",\"1\",\"0\""_s,
            u"\"1\",\"conduit\",\"Delete\",\"DELETE\",\"http://h\",,\"204\",\"0\",\"0\",,,,\"0\",\"0\",\"0\",\"0\""_s,
            QString()}));
}

void tst_SuiteReports::junitIsValidWhateverComes()
{
    QCOMPARE(printedXml(junitReport(someResult(), u"conduit"_s)),
        QStringList({u"testsuites name=conduit tests=3 failures=2 time=1.500"_s,
            u"testsuite name=Auth / Log \"in\", please tests=2 failures=1 errors=0 time=0.007"_s,
            u"testcase name=is <there> & \ufffd well classname=Log \"in\", please time=0.007"_s,
            u"testcase name=status classname=Log \"in\", please time=0.007"_s,
            u"failure type=AssertionFailure message=expected 200, found 201"_s,
            u"testsuite name=Tags tests=1 failures=1 errors=1 time=0.000"_s,
            u"testcase name=tags classname=Tags time=0.000"_s,
            u"failure type=AssertionFailure message=Nothing listens at \ufffdh."_s, u"system-err"_s,
            u"testsuite name=Delete tests=0 failures=0 errors=0 time=0.000"_s}));
}

void tst_SuiteReports::requestsSayWhatWasExpected()
{
    const auto requests = requestResults(someResult());
    QStringList lines;
    for (const auto &request : requests) {
        lines.append(
            u"%1 %2 %3/%4"_s.arg(request.name).arg(request.code.value_or(0)).arg(request.passed).arg(request.total));
        for (const auto &assertion : request.assertions)
            lines.append(u"  "_s + assertion.message);
    }
    QCOMPARE(lines,
        QStringList({u"Log \"in\", please 201 1/2"_s, u"  "_s, u"  expected 200, found 201"_s, u"Tags 0 0/1"_s,
            u"  Nothing listens at \ufffeh."_s, u"Delete 204 0/0"_s}));
}

void tst_SuiteReports::unanswered()
{
    const auto result = unansweredResult(*builtInSuite(u"conduit"_s), u"http://h/api"_s, u"It never started."_s);
    QCOMPARE(result.exchanges.size(), 32U);
    QCOMPARE(u"%1 of %2"_s.arg(result.passed()).arg(result.total()), u"0 of 290"_s);
    const auto &check = result.exchanges[18].checks.back();
    QCOMPARE(
        QStringList({check.expected, check.actual}), QStringList({u"> 0 at article.favoritesCount"_s, u"no answer"_s}));
}

QTEST_GUILESS_MAIN(tst_SuiteReports)
#include "tst_suitereports.moc"
