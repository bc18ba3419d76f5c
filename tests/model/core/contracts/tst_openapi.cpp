// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <contracts/contract.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const auto origin = u"api.yaml"_s;
constexpr QByteArrayView head{"openapi: 3.1.0\npaths:\n"};

QStringList printed(const Result<std::vector<ApiOperation>> &operations)
{
    if (!operations)
        return {operations.error().message};
    QStringList lines;
    for (const auto &operation : *operations) {
        lines.append(u"%1 %2 | %3 | %4 | %5 | %6"_s.arg(operation.method, operation.path, operation.id,
            operation.summary, operation.group, operation.statuses.join(u' ')));
    }
    return lines;
}

QByteArray repeated(QByteArrayView text, qsizetype times)
{
    return text.toByteArray().repeated(times);
}

} // namespace

class TestOpenApi : public QObject
{
    Q_OBJECT

private slots:
    void operationsAreReadInTheirOrder();
    void jsonIsReadAsWell();
    void aliasesAreTheValuesTheyName();
    void faultsNameTheirPlace_data();
    void faultsNameTheirPlace();
    void hostileDocumentsEnd_data();
    void hostileDocumentsEnd();
};

void TestOpenApi::operationsAreReadInTheirOrder()
{
    const QByteArray yaml = head.toByteArray() + R"(
  /z/{id}:
    summary: not a method
    parameters: []
    delete: {operationId: Gone, responses: {204: {}, default: {}}}
    get:
      tags: [Things, Other]
      summary: >
        Two lines
        of summary
      responses:
        "200": {description: fine}
        4XX: {description: not fine}
  x-notes: anything
  /a:
    post: {}
)";
    QCOMPARE(printed(readOperations(yaml, origin)),
        QStringList({u"DELETE /z/{id} | Gone |  |  | 204 default"_s,
            u"GET /z/{id} |  | Two lines of summary | Things | 200 4XX"_s, u"POST /a |  |  |  | "_s}));
    auto dos = yaml;
    QCOMPARE(printed(readOperations(dos.replace("\n", "\r\n"), origin)), printed(readOperations(yaml, origin)));
    QCOMPARE(
        printed(readOperations(QByteArray("\xEF\xBB\xBF") += yaml, origin)), printed(readOperations(yaml, origin)));
}

void TestOpenApi::jsonIsReadAsWell()
{
    const QByteArray json = R"({"openapi":"3.0.3","paths":{"\/b":{"get":{"operationId":"B",)"
                            R"("summary":"An \ud83d\udc19, \"quoted\", not \\ud83d\u00e9","tags":["T"],)"
                            R"("responses":{"200":{"description":"ok"}}}}}})";
    const QStringList expected{u"GET /b | B | An 🐙, \"quoted\", not \\ud83dé | T | 200"_s};
    QCOMPARE(printed(readOperations(json, origin)), expected);
    auto spread = json;
    spread.replace(":{", ":\n\t{").replace(",", ",\n\t\t");
    QCOMPARE(printed(readOperations(spread, origin)).size(), 1);
    QVERIFY2(readOperations(spread, origin), qPrintable(printed(readOperations(spread, origin)).first()));
}

void TestOpenApi::aliasesAreTheValuesTheyName()
{
    const QByteArray yaml = head.toByteArray()
        + "  /a:\n    get:\n      responses: &all {'200': {}, '404': {}}\n  /b:\n    get:\n      responses: *all\n";
    QCOMPARE(printed(readOperations(yaml, origin)),
        QStringList({u"GET /a |  |  |  | 200 404"_s, u"GET /b |  |  |  | 200 404"_s}));
}

void TestOpenApi::faultsNameTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &text, const QString &message) {
        QTest::newRow(name) << text << message;
    };
    const auto below = [&row](const char *name, const char *text, const QString &message) {
        row(name, head.toByteArray() + text, message);
    };
    row("empty", "", u"\"api.yaml\" is empty."_s);
    row("only a comment", "# nothing\n", u"\"api.yaml\" is empty."_s);
    row("a text", "hello", u"\"api.yaml\" line 1, column 1: this is no OpenAPI 3 description"_s);
    row("swagger 2", "swagger: '2.0'\npaths: {}\n", u"line 1, column 1: this is no OpenAPI 3 description"_s);
    row("openapi 2", "openapi: 2.0.0\npaths: {}\n", u"line 1, column 10: this is no OpenAPI 3 description"_s);
    row("no paths", "openapi: 3.1.0\n", u"line 1, column 1: \"paths\" must be a map"_s);
    row("paths is a list", "openapi: 3.1.0\npaths: [a]\n", u"line 2, column 8: \"paths\" must be a map"_s);
    row("no operation", "openapi: 3.1.0\npaths: {}\n", u"line 2, column 8: there is no operation."_s);
    row("tabs", "openapi: 3.1.0\npaths:\n\t/a: {}\n", u"\"api.yaml\" cannot be read: line 3, column "_s);
    row("open bracket", "openapi: [3.1.0\npaths: {", u"\"api.yaml\" cannot be read: line "_s);
    row("two documents", "openapi: 3.1.0\npaths: {}\n---\na: b\n", u"holds more than one document"_s);
    row("not UTF-8", "openapi: \xff\n", u"is not UTF-8"_s);
    row("UTF-16", QByteArray("\xff\xfeo\0p\0", 6), u"is not UTF-8"_s);
    row("control", QByteArray("openapi: 3.1\0\n", 14), u"control characters"_s);
    row("an alias of itself", "openapi: 3.1.0\npaths: &p {/a: *p}\n", u"line 2, column 16: an alias names the value"_s);
    row("an unknown alias", "openapi: *nothing\n", u"line 1, column 10: "_s);
    row("a lone surrogate", R"({"openapi":"\ud83d"})", u"\"api.yaml\" cannot be read: line 1"_s);
    below("no path", "  articles:\n    get: {}\n", u"line 3, column 3: \"articles\" is no path"_s);
    below("a query", "  /a?b=c:\n    get: {}\n", u"\"/a?b=c\" is no path"_s);
    below("an open parameter", "  /a/{b:\n    get: {}\n", u"\"/a/{b\" is no path"_s);
    below("an empty parameter", "  /a/{}:\n    get: {}\n", u"\"/a/{}\" is no path"_s);
    below("no methods", "  /a: text\n", u"line 3, column 7: the path \"/a\" must hold a map of methods."_s);
    below("no map in a method", "  /a:\n    get: text\n", u"line 4, column 10: \"get\" must hold an operation."_s);
    below("a reference", "  /a: {$ref: other.yaml}\n", u"line 3, column 8: paths by reference are not read"_s);
    below("one id twice", "  /a:\n    get: {operationId: x}\n    put: {operationId: x}\n",
        u"line 5, column 10: a second operation is called \"x\"."_s);
    below("one path twice", "  /a/{b}:\n    get: {}\n  /a/{c}:\n    get: {}\n",
        u"line 6, column 5: there is a second GET /a/{c}."_s);
}

void TestOpenApi::faultsNameTheirPlace()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, message);
    const auto operations = readOperations(text, origin);
    QVERIFY(!operations);
    QVERIFY2(operations.error().message.contains(message), qPrintable(operations.error().message));
    QVERIFY(operations.error().message.contains(origin));
}

void TestOpenApi::hostileDocumentsEnd_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    constexpr qsizetype many = qsizetype{1024} * 1024;
    const auto begin = head.toByteArray();
    row("larger than the bound", repeated("a", 4 * many + 1));
    row("more signs than any", "a: [[" + repeated("\"\" ", many / 3 * 2));
    row("one word", repeated("a", many));
    row("open lists", repeated("[", many));
    row("open maps", repeated("{", many));
    row("open maps with keys", repeated("{a: ", many / 4));
    row("JSON maps on one line", repeated("{\"a\":", many / 5));
    row("closing brackets", repeated("]", many));
    row("dashes", repeated("- ", many / 2));
    row("question marks", repeated("? ", many / 2));
    row("colons", repeated(": ", many / 2));
    row("open quotation mark", begin + '"' + repeated("x", many));
    row("quotation marks", repeated("\"", many));
    row("escapes", '"' + repeated("\\x41", many / 4));
    row("surrogates", "{\"" + repeated("\\ud83d\\udc19", many / 12));
    row("empty lines", repeated("\n", many));
    row("empty lines in a block", "a: |\n" + repeated("\n", many));
    row("comments", repeated("#\n", many / 2));
    row("anchors", repeated("- &a b\n", many / 7));
    row("tags", repeated("- !a b\n", many / 7));
    row("directives", repeated("%A b\n", many / 5));
    row("documents", repeated("---\n", many / 4));
    row("keys", begin + repeated("  /a:\n", many / 6));
    row("keys on one line", "{" + repeated("a: b, ", many / 6) + "}");
    row("JSON keys on one line", "{" + repeated("\"a\":1,", many / 6) + "\"b\":2}");
    row("a list on one line", "[" + repeated("1,", many / 2) + "1]");
    row("plain lines", "a: b\n" + repeated(" c\n", many / 3));
    row("deeper and deeper", [] {
        QByteArray text;
        for (int i = 0; text.size() < many - 3000; ++i)
            text += QByteArray(i % 2800, ' ') + "a:\n";
        return text;
    }());
    row("aliases of aliases", [] {
        QByteArray text = "a0: &a0 [x, x]\n";
        for (int i = 1; i < 60; ++i) {
            const auto before = QByteArray::number(i - 1);
            const auto now = QByteArray::number(i);
            text += 'a' + now + ": &a" + now + " [*a" + before + ", *a" + before + "]\n";
        }
        return QByteArray(text + "openapi: 3.1.0\npaths: *a49\n");
    }());
    row("many aliases of a large path", [&begin] {
        QByteArray text = begin + "  /a: &a\n";
        for (int i = 0; i < 50'000; ++i)
            text += "    x-" + QByteArray::number(i) + ":\n";
        for (int i = 0; i < 99; ++i)
            text += "  /b" + QByteArray::number(i) + ": *a\n";
        return text;
    }());
    row("many aliases of many answers", [&begin] {
        QByteArray text = begin + "  /a:\n    get:\n      responses: &a\n";
        for (int i = 0; i < 50'000; ++i)
            text += "        x-" + QByteArray::number(i) + ":\n";
        for (int i = 0; i < 99; ++i)
            text += "  /b" + QByteArray::number(i) + ":\n    get: {responses: *a}\n";
        return text;
    }());
    row("a long name of an alias", "a: *" + repeated("b", many) + "\n");
    row("operations", [&begin] {
        auto text = begin;
        for (int i = 0; i < 5000; ++i)
            text += "  /a" + QByteArray::number(i) + ":\n    get: {}\n";
        return text;
    }());
}

/// Nothing of it is a description; what counts is that an answer comes.
void TestOpenApi::hostileDocumentsEnd()
{
    QFETCH(const QByteArray, text);
    const auto operations = readOperations(text, origin);
    QVERIFY(!operations);
    QVERIFY2(operations.error().message.startsWith(u"\"api.yaml\" "), qPrintable(operations.error().message.left(300)));
    QVERIFY(operations.error().message.size() < 500);
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
