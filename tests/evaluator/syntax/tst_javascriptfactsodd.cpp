// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factlines.h"

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t oddSize = 16UL * 1024;

std::string repeated(std::string_view piece, std::size_t size = oddSize)
{
    std::string text;
    text.reserve(size + piece.size());
    while (text.size() + piece.size() <= size)
        text += piece;
    return text;
}

QString summary(const FileFacts &facts)
{
    return u"%1 imports, %2 assignments, %3 calls, %4 classes, %5 functions, %6 texts, %7 lines%8%9"_s
        .arg(facts.imports.size())
        .arg(facts.assignments.size())
        .arg(facts.calls.size())
        .arg(facts.classes.size())
        .arg(facts.functions.size())
        .arg(facts.texts.size())
        .arg(facts.codeLines)
        .arg(facts.isDamaged ? u", damaged"_s : QString(), facts.isCut ? u", cut"_s : QString());
}

} // namespace

class TestJavaScriptFactsOdd : public QObject
{
    Q_OBJECT

private slots:
    void survivesAnything_data();
    void survivesAnything();
    void followsLongChains_data();
    void followsLongChains();
    void keepsValuesSmall();
    void readsOddBytes_data();
    void readsOddBytes();
    void readsMinifiedFiles();
    void countsLinesOfCode();
};

void TestJavaScriptFactsOdd::survivesAnything_data()
{
    QTest::addColumn<std::string>("text");
    for (const std::string_view piece : {"(", "[", "{", "`${", "<", "<a>", "<a b={", "f(", "a=>", "if(a)", "if(a){f();",
             "a?", "a?b:", "x={a:", "a[", "!", "await ", "new ", "class a{x=", "function f(){", "@", "/", "`", "\"a",
             "a,", "a=", "a:", " as a", "a!", "A<", "type A = ", "import ", "export ", "import(", "require(", "\\u{",
             "<<<<<<< HEAD\n=======\n>>>>>>> b\n", "SELECT * FROM a WHERE b = 'c';\n", "\xFF", "\xC3", "\\", "*/", "/*",
             "//", "const {a:{", "case 'a':", "else ", "catch(", "...", "?.", "=>"})
        QTest::addRow("%s", QByteArray(piece.begin(), qsizetype(piece.size())).toPercentEncoding().constData())
            << repeated(piece);
    QTest::addRow("decorators") << "class A { " + repeated("@a() ") + "b() {} }";
    QTest::addRow("exported decorators") << repeated("@a ") + "export class A {}";
    QTest::addRow("a megabyte") << repeated("(", 1024UL * 1024);
    QTest::addRow("NUL") << std::string(oddSize, '\0');
}

void TestJavaScriptFactsOdd::survivesAnything()
{
    QFETCH(const std::string, text);
    for (const auto language : {SourceLanguage::JavaScript, SourceLanguage::TypeScript, SourceLanguage::Tsx})
        QCOMPARE(factsOf(language, text).language, language);
}

void TestJavaScriptFactsOdd::followsLongChains_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("found");
    const auto times = [](std::string_view piece) { return repeated(piece, 10'000 * piece.size()); };
    QTest::newRow("calls") << "a" + times(".b()")
                           << u"0 imports, 0 assignments, 10000 calls, 0 classes, 0 functions, 0 texts, 1 lines"_s;
    QTest::newRow("sum") << "x = ''" + times("+'a'")
                         << u"0 imports, 1 assignments, 0 calls, 0 classes, 0 functions, 10001 texts, 1 lines"_s;
    QTest::newRow("alternatives") << "x = a()"
            + times("||b()") << u"0 imports, 1 assignments, 10001 calls, 0 classes, 0 functions, 0 texts, 1 lines"_s;
    QTest::newRow("members") << "x = a" + times(".b") + "()"
                             << u"0 imports, 1 assignments, 1 calls, 0 classes, 0 functions, 0 texts, 1 lines"_s;
    QTest::newRow("branches") << times("if (a) b(); else ") + "c();"
                              << u"0 imports, 0 assignments, 10001 calls, 0 classes, 0 functions, 0 texts, 1 lines"_s;
    QTest::newRow("blocks") << times("if (a) { b(); ") + times("}")
                            << u"0 imports, 0 assignments, 10000 calls, 0 classes, 0 functions, 0 texts, 1 lines"_s;
    QTest::newRow("functions") << times("const f = () => {")
            + times("};") << u"0 imports, 10000 assignments, 0 calls, 0 classes, 10000 functions, 0 texts, 1 lines"_s;
}

void TestJavaScriptFactsOdd::followsLongChains()
{
    QFETCH(const std::string, text);
    QFETCH(const QString, found);
    QCOMPARE(summary(factsOf(SourceLanguage::JavaScript, text)), found);
}

/// Each call tells its arguments, and those theirs.
void TestJavaScriptFactsOdd::keepsValuesSmall()
{
    const auto nested = "x = " + repeated("f(", 300) + '[' + repeated("1,", 200'000) + ']' + std::string(150, ')');
    QVERIFY(factsOf(SourceLanguage::JavaScript, nested).isCut);
    const auto deep = "x = " + repeated("[", 250) + "1" + std::string(250, ']') + "; y = 'read';";
    const auto facts = factsOf(SourceLanguage::JavaScript, deep);
    QVERIFY(facts.isCut);
    QCOMPARE(printed(facts.assignments.back().value), "\"read\"");
}

void TestJavaScriptFactsOdd::readsOddBytes_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QStringList>("lines");
    const QStringList usual{u"import 1: import b {* as a}"_s};
    QTest::newRow("nothing") << std::string() << QStringList();
    QTest::newRow("byte order mark") << std::string("\xEF\xBB\xBF") + "const a = require('b');" << usual;
    QTest::newRow("Windows lines") << std::string("const a = require('b');\r\n// c\r\n") << usual;
    QTest::newRow("interpreter line") << std::string("#!/usr/bin/env node\nconst a = require('b');")
                                      << QStringList{u"import 2: import b {* as a}"_s};
    QTest::newRow("other bytes") << std::string("x = '\xFF\xC3';")
                                 << QStringList{u"assign 1: x = \"\uFFFD\uFFFD\""_s, u"text 1: \"\uFFFD\uFFFD\""_s};
    QTest::newRow("escapes without a meaning")
        << std::string(R"(x = '\u{110000}\q\'';)") << QStringList{uR"(assign 1: x = "q'")"_s, uR"(text 1: "q'")"_s};
}

void TestJavaScriptFactsOdd::readsOddBytes()
{
    QFETCH(const std::string, text);
    QFETCH(const QStringList, lines);
    QCOMPARE(factLines(factsOf(SourceLanguage::JavaScript, text)), lines);
}

void TestJavaScriptFactsOdd::readsMinifiedFiles()
{
    const auto text = repeated("function a(b){return b.c(\"d\").e||{f:1}};", 8000);
    QCOMPARE(summary(factsOf(SourceLanguage::JavaScript, text)),
        u"0 imports, 200 assignments, 200 calls, 0 classes, 200 functions, 200 texts, 1 lines"_s);
}

void TestJavaScriptFactsOdd::countsLinesOfCode()
{
    const auto facts = factsOf(SourceLanguage::TypeScript, R"(/*
 * License
 */

import a from 'b'; // why

/** What */
const text = `one

three`;
    // end
)");
    QCOMPARE(facts.codeLines, 4);
}

QTEST_GUILESS_MAIN(TestJavaScriptFactsOdd)
#include "tst_javascriptfactsodd.moc"
