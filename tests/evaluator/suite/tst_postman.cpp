// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <suite/answerchecks.h>
#include <suite/httpsuite.h>
#include <suite/postman.h>
#include <suite/postmanscript.h>
#include <support/shareddata.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sample(const QString &name)
{
    return u"" DECAYSCOPE_POSTMAN_SAMPLES "/"_s + name;
}

QString printed(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QString printed(const SuiteCheck &check)
{
    static const QStringList kinds{u"status"_s, u"present"_s, u"absent"_s, u"type"_s, u"equal"_s, u"compare"_s,
        u"array"_s, u"integer"_s, u"captured"_s};
    QStringList words{kinds.at(int(check.kind))};
    for (const QString &word : {check.at, check.relation, check.variable}) {
        if (!word.isEmpty())
            words.append(word);
    }
    const bool hasValue = check.kind == CheckKind::Status || check.kind == CheckKind::Type
        || check.kind == CheckKind::Equal || check.kind == CheckKind::Compare;
    if (hasValue)
        words.append(printed(check.value));
    return check.name + u": " + words.join(u' ');
}

QStringList printed(const SuiteCall &call)
{
    QStringList lines{u"%1 | %2 | %3 %4"_s.arg(call.group, call.name, call.method, call.path)};
    for (const auto &[key, value] : call.headers)
        lines.append(u"  %1: %2"_s.arg(key, value));
    if (call.body)
        lines.append(u"  body "_s + *call.body);
    for (const SuiteCapture &capture : call.captures)
        lines.append(u"  %1 <- %2, else %3"_s.arg(
            capture.variable, capture.from, capture.missing ? *capture.missing : u"as it was"_s));
    for (const SuiteCheck &check : call.checks)
        lines.append(u"  "_s + printed(check));
    return lines;
}

/// The checks of a suite by request; what decides verdicts.
QStringList verdictLines(const HttpSuite &suite)
{
    QStringList lines;
    for (const SuiteCall &call : suite.calls) {
        lines.append(u"%1 | %2 | %3 %4"_s.arg(call.group, call.name, call.method, call.path));
        for (const SuiteCapture &capture : call.captures)
            lines.append(u"  %1 <- %2, else %3"_s.arg(
                capture.variable, capture.from, capture.missing ? *capture.missing : u"as it was"_s));
        for (const SuiteCheck &check : call.checks)
            lines.append(u"  "_s + printed(check));
    }
    return lines;
}

/// What goes over the wire: headers by name, and whether there is a body; the words in bodies are each suite's own.
QStringList wireLines(const HttpSuite &suite)
{
    QStringList lines;
    for (const SuiteCall &call : suite.calls) {
        QStringList headers;
        for (const auto *list : {&suite.headers, &call.headers}) {
            for (const auto &[name, value] : *list)
                headers.append(name + u": "_s + value);
        }
        headers.sort();
        lines.append(u"%1 %2 %3"_s.arg(call.name, headers.join(u" · "_s), call.body ? u"body"_s : QString()));
    }
    return lines;
}

QString refusal(const QString &script)
{
    const auto read = readPostmanScript(script, {u"mine"_s});
    return read ? u"%1 checks"_s.arg(read->checks.size())
                : u"%1 (line %2)"_s.arg(read.error().what).arg(read.error().line);
}

} // namespace

class PostmanTest : public QObject
{
    Q_OBJECT

private slots:
    void acceptedIdioms();
    void refusedIdioms();
    void scripts_data();
    void scripts();
    void hostileScripts_data();
    void hostileScripts();
    void everyBeginningOfACollection();
    void otherFiles_data();
    void otherFiles();
    void isOpenedAsASuite();
    void existence_data();
    void existence();
    void publishedCollection();
};

void PostmanTest::acceptedIdioms()
{
    const auto suite = readPostman(bytesOf(sample(u"accepted.json"_s)), u"accepted.json"_s);
    QVERIFY2(suite, suite ? "" : qPrintable(suite.error().evidence));
    QStringList lines{suite->title + u" " + suite->version};
    for (const auto &[name, value] : suite->variables)
        lines.append(name + u"=" + value);
    for (const SuiteCall &call : suite->calls)
        lines += printed(call);
    const QStringList expected = QString::fromUtf8(bytesOf(sample(u"accepted.txt"_s))).split(u'\n', Qt::SkipEmptyParts);
    if (lines != expected)
        qInfo().noquote() << lines.join(u'\n');
    QCOMPARE(lines, expected);
}

void PostmanTest::refusedIdioms()
{
    const auto suite = readPostman(bytesOf(sample(u"refused.json"_s)), u"refused.json"_s);
    QVERIFY(!suite);
    const QStringList lines = suite.error().evidence.split(u'\n');
    const QStringList expected = QString::fromUtf8(bytesOf(sample(u"refused.txt"_s))).split(u'\n', Qt::SkipEmptyParts);
    if (lines != expected)
        qInfo().noquote() << lines.join(u'\n');
    QCOMPARE(lines, expected);
    QCOMPARE(suite.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(suite.error().message.startsWith(
                 u"refused.json cannot be run: request \"sends\": its test script uses pm.sendRequest, which this "
                 "program does not run (line 1)."),
        qPrintable(suite.error().message));
}

void PostmanTest::scripts_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const QString &script, const QString &outcome) {
        QTest::newRow(name) << script << outcome;
    };
    const QString does = u", which this program does not run (line 1)"_s;
    row("empty", u""_s, u"0 checks"_s);
    row("strict", u"'use strict';\ntests['a'] = pm.response.code === 200"_s, u"1 checks"_s);
    row("one line", u"var a = pm.response.json(), b = a.b; tests.c = b.c === 1;"_s, u"1 checks"_s);
    row("put together", u"tests['a' + 'b'] = pm.response.code === 200"_s, u"1 checks"_s);
    row("number", u"tests['a'] = pm.response.json().x === -1.5e3"_s, u"1 checks"_s);
    row("block", u"{ { tests['a'] = pm.response.code === 200 } }"_s, u"1 checks"_s);
    row("inner name",
        u"let j = pm.response.json(); pm.test('a', () => { let j = pm.response.json().x; pm.expect(j).to.exist; })"_s,
        u"1 checks"_s);
    row("hidden", u"pm.globals.set('mine', pm.response.json().x)"_s,
        u"sets the global variable mine, which the collection's own hides (line 1)"_s);
    row("dot in a key", u"tests['a'] = pm.response.json()['b.c'] === 1"_s, u"uses the key \"b.c\""_s + does);
    row("filled text", u"tests['a'] = pm.response.json().b === '{{c}}'"_s,
        u"compares with a text with {{…}}, which scripts do not fill in (line 1)"_s);
    row("otherwise again",
        u"tests.a = pm.response.code === 200; if (pm.response.code === 200) { } else { tests.a = pm.response.code === 201 }"_s,
        u"checks something only where a condition does not hold (line 1)"_s);
    row("response body", u"tests['a'] = pm.response.text() === 'x'"_s,
        u"uses the relation \"===\" between these two"_s + does);
    row("status order", u"tests['a'] = pm.response.code < 400"_s,
        u"uses a check of the status other than that it is a number"_s + does);
    row("status text", u"tests['a'] = pm.response.status === 'OK'"_s, u"uses pm.response.status"_s + does);
    row("unknown word", u"pm.test('a', () => { pm.expect(pm.response.json().b).to.be.empty; })"_s,
        u"uses \"empty\" of an expectation"_s + does);
    row("negation", u"pm.test('a', () => { pm.expect(pm.response.json().b).to.not.be.a('string'); })"_s,
        u"uses \"not … a\" of an expectation"_s + does);
    row("no end", u"tests['a'] = pm.response.code === 200 tests['b'] = 1"_s,
        u"has \"tests\" where this program reads only \";\" (line 1)"_s);
    row("changes", u"let a = 1; a++;"_s, u"has \"++\" where this program reads only \";\" (line 1)"_s);
    row("third line", u"let a = 1\n\nwhile (a) { }"_s, u"uses \"while\", which this program does not run (line 3)"_s);
    row("async", u"pm.test('a', async () => { })"_s, u"uses \"async\""_s + does);
    row("process", u"const p = process.env.HOME; tests['a'] = p === 'x'"_s, u"uses process.env.HOME"_s + does);
    row("constructor", u"pm.constructor.constructor('return 1')()"_s, u"uses pm.constructor.constructor"_s + does);
    row("later test", u"pm.test('a', function (done) { done(); })"_s, u"uses a test with the parameter done"_s + does);
}

void PostmanTest::scripts()
{
    QFETCH(const QString, script);
    QFETCH(const QString, outcome);
    QCOMPARE(refusal(script), outcome);
}

void PostmanTest::hostileScripts_data()
{
    QTest::addColumn<QString>("script");
    constexpr qsizetype many = 20'000;
    const auto row = [](const char *name, const QString &script) { QTest::newRow(name) << script; };
    row("parentheses", QString(many, u'('));
    row("brackets", QString(many, u'['));
    row("braces", QString(many, u'{'));
    row("closed braces", QString(many, u'{') + QString(many, u'}'));
    row("not", QString(many, u'!') + u'a');
    row("minus", QString(many, u'-').replace(u"-"_s, u"- "_s) + u'a');
    row("members", u"a"_s + u".b"_s.repeated(many));
    row("places", u"var a = pm.response.json()"_s + u".b"_s.repeated(many));
    row("calls", u"a"_s + u"()"_s.repeated(many));
    row("sums", u"1"_s + u"+1"_s.repeated(many));
    row("ifs", u"if (a) "_s.repeated(many));
    row("good ifs", u"let a = pm.response.json();"_s + u"if (a) "_s.repeated(many) + u"a");
    row("else ifs", u"let a = pm.response.json();"_s + u"if (a) {} else "_s.repeated(many) + u"a");
    row("arrows", u"() => "_s.repeated(many));
    row("functions", u"a(function () { "_s.repeated(many / 2));
    row("tests", u"pm.test('a', () => { "_s.repeated(many / 4));
    row("doubling text", u"var a = 'xxxxxxxx';"_s + u"a = a + a;"_s.repeated(many / 2));
    row("doubling list", u"var a = [1];"_s + u"a = [a, a];"_s.repeated(many / 2));
    row("doubling conditions",
        u"var j = pm.response.json(); var a = j.a === 1 && j.b === 1;"_s + u"a = a && a;"_s.repeated(many / 2));
    row("growing place", u"var a = pm.response.json();"_s + u"a = a.b;"_s.repeated(many));
    row("text without end", u"'"_s + QString(many, u'x'));
    row("comment without end", u"/*"_s + QString(many, u'*'));
    row("lone escape", u"'\\"_s);
    row("lone unicode escape", u"'\\u12"_s);
    row("control signs", QString(many, QChar(1)));
    row("half signs", QString(many, QChar(0xd800)));
    row("long", QString(300'000, u' '));
}

void PostmanTest::hostileScripts()
{
    QFETCH(const QString, script);
    const QString outcome = refusal(script);
    QVERIFY2(!outcome.endsWith(u"checks"), qPrintable(outcome));
    QVERIFY2(outcome.size() < 200, qPrintable(outcome));
}

void PostmanTest::everyBeginningOfACollection()
{
    const QByteArray all = bytesOf(sample(u"accepted.json"_s));
    for (qsizetype size = 0; size < all.size(); size += 97) {
        const auto suite = readPostman(QByteArrayView(all).first(size), u"cut.json"_s);
        QVERIFY(!suite);
        QCOMPARE(suite.error().message, u"cut.json is no Postman collection: it is not a JSON object."_s);
    }
    const QString script = u"tests['a'] = !!json.b && pm.globals.get('c') === json.b; if (a) { b = [1, {c: 2}] }"_s;
    for (qsizetype size = 0; size < script.size(); ++size)
        QVERIFY(refusal(script.first(size)).size() < 200);
}

void PostmanTest::otherFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const QByteArray info = R"("info":{"name":"x","schema":"https://schema.getpostman.com/json/collection/v2.1.0/"})";
    QTest::newRow("array") << QByteArray("[]") << u"x is no Postman collection: it is not a JSON object."_s;
    QTest::newRow("version 1") << QByteArray(R"({"requests":[],"order":[]})")
                               << u"x is no Postman collection of version 2; export it from Postman as \"Collection "
                                  "v2.1\"."_s;
    QTest::newRow("nothing in it") << QByteArray("{" + info + "}") << u"x is a Postman collection without a request."_s;
    QTest::newRow("other kinds") << QByteArray("{" + info + R"(,"item":[7,null,"x",{"item":"x"}],"variable":3})")
                                 << u"x cannot be run: request \"\" has no address."_s;
    QByteArray deep = "{" + info;
    for (int i = 0; i < 400; ++i)
        deep += R"(,"item":[{"name":"f")";
    for (int i = 0; i < 400; ++i)
        deep += "}]";
    QTest::newRow("deep folders") << QByteArray(deep + "}")
                                  << u"x cannot be run: folder \"f\" is more than 20 folders deep."_s;
}

void PostmanTest::otherFiles()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, message);
    const auto suite = readPostman(json, u"x"_s);
    QVERIFY(!suite);
    QVERIFY2(suite.error().message.startsWith(message), qPrintable(suite.error().message));
}

void PostmanTest::isOpenedAsASuite()
{
    const auto suite = openSuite(sample(u"accepted.json"_s));
    QVERIFY(suite);
    QCOMPARE(suite->name, u"Lending library"_s);
    const auto again = readSuite(suiteDocument(*suite), u"written"_s);
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QCOMPARE(*again == *suite, true);
}

void PostmanTest::existence_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("exists");
    QTest::newRow("text") << QByteArray(R"({"a":"x"})") << true;
    QTest::newRow("empty text") << QByteArray(R"({"a":""})") << true;
    QTest::newRow("zero") << QByteArray(R"({"a":0})") << true;
    QTest::newRow("false") << QByteArray(R"({"a":false})") << true;
    QTest::newRow("object") << QByteArray(R"({"a":{}})") << true;
    QTest::newRow("null") << QByteArray(R"({"a":null})") << false;
    QTest::newRow("missing") << QByteArray("{}") << false;
    QTest::newRow("no JSON") << QByteArray("a") << false;
}

/// An expectation that something exists holds for all but null and what is missing.
void PostmanTest::existence()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, exists);
    const auto script = readPostmanScript(u"pm.test('a', () => { pm.expect(pm.response.json().a).to.exist; })"_s, {});
    QVERIFY(script);
    const JsonBody answer{QByteArrayView(body)};
    const std::map<QString, QString> variables;
    const auto result = checkAnswer(
        script->checks.front(), {.status = 200, .body = &answer, .variables = &variables, .captured = {}});
    QCOMPARE(result.passed, exists);
}

/// The collection of the study, as its reporter wrote it down, means what our own suite says.
void PostmanTest::publishedCollection()
{
    DECAYSCOPE_REQUIRE_SHARED("data/samples/newman/all-pass");
    const QDir folder(Test::sharedFile(u"data/samples/newman/all-pass"_s));
    const QStringList reports = folder.entryList({u"*.json"_s});
    QCOMPARE(reports.size(), 1);
    const auto published = readPostman(bytesOf(folder.filePath(reports.front())), u"published"_s);
    QVERIFY2(published, published ? "" : qPrintable(published.error().evidence));
    const auto own = builtInSuite(u"conduit"_s);
    QVERIFY(own);
    QCOMPARE(published->calls.size(), size_t(32));
    QCOMPARE(published->checkCount(), 290);
    QCOMPARE(verdictLines(*published), verdictLines(*own));
    QCOMPARE(wireLines(*published), wireLines(*own));
}

QTEST_GUILESS_MAIN(PostmanTest)

#include "tst_postman.moc"
