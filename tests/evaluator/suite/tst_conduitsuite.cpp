// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <suite/httpsuite.h>
#include <support/shareddata.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QJsonDocument jsonFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

QString printedRelation(const SuiteCheck &check)
{
    switch (check.kind) {
    case CheckKind::Status:
        return u"status %1"_s.arg(check.value.toInt());
    case CheckKind::Compare:
        return u"greater %1"_s.arg(check.value.toInt());
    case CheckKind::Equal:
        return check.value.toBool() ? u"equals true"_s : u"equals false"_s;
    case CheckKind::Array:
        return u"array"_s;
    case CheckKind::Integer:
        return u"integer"_s;
    case CheckKind::Captured:
        return u"captured "_s + check.variable;
    default:
        return u"present"_s;
    }
}

/// The suite as lines: requests, and below each its checks.
QStringList printed(const HttpSuite &suite)
{
    QStringList lines;
    for (const auto &call : suite.calls) {
        const auto isAuthorised = !call.headers.empty();
        lines.append(u"%1 | %2 | %3 %4%5%6"_s.arg(call.group, call.name, call.method, call.path,
            isAuthorised ? u" auth"_s : QString(), call.body ? u" body"_s : QString()));
        for (const auto &capture : call.captures)
            lines.append(u"  %1 <- %2"_s.arg(capture.variable, capture.from));
        for (const auto &check : call.checks)
            lines.append(u"  %1: %2 %3"_s.arg(check.name, printedRelation(check), check.at).trimmed());
    }
    return lines;
}

QString printedFact(const QJsonObject &fact)
{
    const auto kind = fact[u"check"].toString();
    if (kind == u"status")
        return u"status %1"_s.arg(fact[u"equals"].toInt());
    if (kind == u"greater")
        return u"greater %1"_s.arg(fact[u"than"].toInt());
    if (kind == u"equals")
        return fact[u"value"].toBool() ? u"equals true"_s : u"equals false"_s;
    return kind == u"captured" ? QString(u"captured " % fact[u"variable"].toString()) : kind;
}

/// The shared facts in the same lines.
QStringList printedFacts(const QJsonArray &requests)
{
    QStringList lines;
    for (const auto &entry : requests) {
        const auto request = entry.toObject();
        lines.append(u"%1 | %2 | %3 %4%5%6"_s.arg(request[u"group"].toString(), request[u"name"].toString(),
            request[u"method"].toString(), request[u"path"].toString(),
            request[u"auth"].toBool() ? u" auth"_s : QString(),
            request[u"body_fields"].isNull() ? QString() : u" body"_s));
        const auto captures = request[u"captures"].toArray();
        for (const auto &capture : captures)
            lines.append(u"  %1 <- %2"_s.arg(capture[u"variable"].toString(), capture[u"from"].toString()));
        const auto facts = request[u"assertions"].toArray();
        for (const auto &fact : facts) {
            const auto kind = fact[u"check"].toString();
            const auto at = kind == u"captured" ? QString() : fact[u"at"].toString().replace(u"[0]"_s, u".0"_s);
            lines.append(u"  %1: %2 %3"_s.arg(fact[u"name"].toString(), printedFact(fact.toObject()), at).trimmed());
        }
    }
    return lines;
}

} // namespace

class tst_ConduitSuite : public QObject
{
    Q_OBJECT

private slots:
    void has290Checks();
    void namesAreThoseOfTheStudy();
    void factsAreThoseOfTheStudy();
    void everySuiteReadsBackAsWritten();
    void faultsAreNamed_data();
    void faultsAreNamed();
};

void tst_ConduitSuite::has290Checks()
{
    const auto suite = builtInSuite(u"conduit"_s);
    QVERIFY2(suite.has_value(), qPrintable(suite ? QString() : suite.error().message));
    QCOMPARE(suite->calls.size(), 32U);
    QCOMPARE(suite->checkCount(), 290);
    QVERIFY(!builtInSuite(u"nonsense"_s).has_value());
}

void tst_ConduitSuite::namesAreThoseOfTheStudy()
{
    const auto names = jsonFile(QStringLiteral(DECAYSCOPE_SUITES "/conduit-names.json")).array();
    QStringList expected;
    for (const auto &request : names) {
        expected.append(request[u"name"].toString());
        for (const auto &assertion : request[u"assertions"].toArray())
            expected.append(u"  "_s + assertion.toString());
    }
    QStringList found;
    const auto suite = *builtInSuite(u"conduit"_s);
    for (const auto &call : suite.calls) {
        found.append(call.name);
        for (const auto &check : call.checks)
            found.append(u"  "_s + check.name);
    }
    QCOMPARE(found, expected);
}

void tst_ConduitSuite::factsAreThoseOfTheStudy()
{
    DECAYSCOPE_REQUIRE_SHARED("data/conduit_suite.json");
    const auto facts = jsonFile(Test::sharedFile(u"data/conduit_suite.json"_s)).object();
    QCOMPARE(printed(*builtInSuite(u"conduit"_s)), printedFacts(facts[u"requests"].toArray()));
}

void tst_ConduitSuite::everySuiteReadsBackAsWritten()
{
    const auto names = builtInSuiteNames();
    for (const auto &name : names) {
        const auto suite = *builtInSuite(name);
        QCOMPARE(readSuite(suiteDocument(suite), u"written"_s), Result<HttpSuite>(suite));
    }
}

void tst_ConduitSuite::faultsAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");

    QTest::newRow("no JSON") << QByteArray("{") << u"\"x\" is no suite: it is no JSON document."_s;
    QTest::newRow("no name") << QByteArray("{}")
                             << u"\"x\" is no suite that can be run: its top should have a text \"suite\"."_s;
    QTest::newRow("unknown kind")
        << QByteArray(R"({"suite":"s","version":"1","requests":[{"name":"r","method":"GET","path":"/",
            "checks":[{"name":"c","kind":"magic"}]}]})")
        << u"\"x\" is no suite that can be run: requests[0].checks[0] asks for the unknown kind of check \"magic\"."_s;
    QTest::newRow("method") << QByteArray(
        R"({"suite":"s","version":"1","requests":[{"name":"r","method":"GET /\r\n","path":"/"}]})")
                            << u"\"x\" is no suite that can be run: requests[0] should have a method in capital "
                               "letters, such as \"GET\"."_s;
    QTest::newRow("header")
        << QByteArray(R"({"suite":"s","version":"1","headers":["A: b\nC: d"],"requests":[]})")
        << u"\"x\" is no suite that can be run: its top has a header that is not written as \"Name: value\"."_s;
}

void tst_ConduitSuite::faultsAreNamed()
{
    QFETCH(QByteArray, json);
    const auto suite = readSuite(json, u"x"_s);
    QVERIFY(!suite.has_value());
    QTEST(suite.error().message, "message");
}

QTEST_GUILESS_MAIN(tst_ConduitSuite)
#include "tst_conduitsuite.moc"
