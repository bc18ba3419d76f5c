// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factlines.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

/// Files made to overflow the stack, to fill the memory, or never to end.
class TestPythonFactsHostile : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void survives_data();
    void survives();
    void readsOddBytes_data();
    void readsOddBytes();
};

namespace {

constexpr qsizetype wholeMegabyte = qsizetype{1024} * 1024;

FileFacts factsOf(const QByteArray &code)
{
    return factsOf(SourceLanguage::Python, {code.constData(), static_cast<std::size_t>(code.size())});
}

QByteArray repeated(const char *text, int times)
{
    return QByteArray(text).repeated(times);
}

/// Blocks in blocks: `opening` with its depth put in, indented by it.
QByteArray nested(const char *opening, int depth)
{
    QByteArray code;
    for (int i = 0; i < depth; ++i)
        code += QByteArray(i, ' ') + opening + '\n';
    return code + QByteArray(depth, ' ') + "f()\n";
}

QByteArray noise(int size, QByteArrayView letters)
{
    QRandomGenerator generator(7);
    QByteArray code;
    code.reserve(size);
    for (int i = 0; i < size; ++i)
        code += letters.at(generator.bounded(static_cast<int>(letters.size())));
    return code;
}

QByteArray allBytes()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    return bytes;
}

} // namespace

void TestPythonFactsHostile::reads_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const QByteArray &code, const QStringList &lines) {
        QTest::newRow(name) << QByteArray("import a\n" + code) << QStringList{u"import 1: import a"_s} + lines;
    };
    const QStringList cut{u"cut"_s};
    row("brackets", "x = " + repeated("(", 100'000) + repeated(")", 100'000), cut);
    row("lists", "x = " + repeated("[", 100'000) + repeated("]", 100'000), cut);
    row("calls in calls", "x = " + repeated("f(", 100'000) + repeated(")", 100'000), cut);
    row("conditions in conditions", "x = " + repeated("a if b else ", 50'000) + "c\n", cut);
    row("lambdas", "x = " + repeated("lambda: ", 100'000) + "c\n", cut);
    row("not", "x = " + repeated("not ", 100'000) + "c\n", cut);
    row("walrus", "x = " + repeated("(a:=", 20'000) + '1' + repeated(")", 20'000), cut);
    row("targets in targets", repeated("(", 20'000) + 'a' + repeated(",)", 20'000) + " = b\n", cut);
    row("a sum", "x = " + repeated("'a' + ", 10'000) + "'b'\n", {});
    row("choices", "x = " + repeated("a or ", 50'000) + "b\n", {});
    row("members", "x = a" + repeated(".b", 100'000) + '\n', {});
    row("a chain", "x = a" + repeated(".b()", 2'000) + '\n', {});
    row("a chain without end", "x = a" + repeated(".b()", 100'000) + '\n', cut);
    row("texts side by side", "x = " + repeated("'a' ", 50'000) + '\n', {});
    row("a template", "x = f'" + repeated("{a}", 50'000) + "'\n", {});
    row("names of a template", "x = '" + repeated("%(a)s", 50'000) + "' % {" + repeated("'b': 1, ", 30'000) + "}\n",
        {});
    row("a field over and over", "x = '" + repeated("{0}", 100'000) + "'.format('" + QByteArray(250, 'a') + "')\n",
        cut);
    row("a list in calls", "x = f(g(h(i([" + repeated("0,", 200'000) + "]))))\n", cut);
    row("a long condition", "if " + QByteArray(200'000, 'a') + ":\n" + repeated(" f()\n", 50'000), {});
    row("a long name", "def " + QByteArray(200'000, 'a') + "():\n" + repeated(" f()\n", 50'000), cut);
    row("elif", "if a:\n f()\n" + repeated("elif b:\n f()\n", 20'000), cut);
    row("decorators", repeated("@a\n", 100'000) + "def f(): pass\n", cut);
}

void TestPythonFactsHostile::reads()
{
    QFETCH(QByteArray, code);
    QFETCH(QStringList, lines);
    QCOMPARE(factLines(factsOf(code), u"import"), lines);
}

void TestPythonFactsHostile::survives_data()
{
    QTest::addColumn<QByteArray>("code");
    for (const char letter : QByteArrayView("[{.,:'\"\\#=-~*\n\t "))
        QTest::addRow("many of %02x", letter) << QByteArray(wholeMegabyte / 16, letter);
    for (const char letter : QByteArrayView("(@"))
        QTest::addRow("a megabyte of %c", letter) << QByteArray(wholeMegabyte, letter);
    QTest::newRow("a megabyte of nothing") << QByteArray(wholeMegabyte, '\0');
    QTest::newRow("garbage") << noise(wholeMegabyte, allBytes());
    QTest::newRow("noise") << noise(100'000, "abc()[]{}:.,'\"\n\t =+-*/@#defclass if");
    QTest::newRow("line continuations") << repeated("\\\n", 50'000);
    QTest::newRow("comments in a block") << QByteArray("if a:\n  b\n" + repeated("  # c\n", 50'000));
    QTest::newRow("open tries") << repeated("try:\n", 50'000);
    QTest::newRow("blocks in blocks") << nested("if a:", 1'000);
    QTest::newRow("functions in functions") << nested("def f():", 1'000);
    QTest::newRow("classes in classes") << nested("class A:", 1'000);
    QTest::newRow("templates in templates") << repeated("f\"{", 20'000);
    QTest::newRow("an open text") << QByteArray("x = \"\"\"" + repeated("abc\n", 100'000));
    QTest::newRow("conflicts") << repeated("<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n", 10'000);
    QTest::newRow("over a megabyte") << repeated("x = 'abcdefgh'\n", 100'000);
}

void TestPythonFactsHostile::survives()
{
    QFETCH(QByteArray, code);
    const auto facts = factsOf(code);
    const auto lines = static_cast<int>(code.count('\n')) + 1;
    QVERIFY2(facts.codeLines <= lines, qPrintable(u"%1 of %2 lines"_s.arg(facts.codeLines).arg(lines)));
    QCOMPARE(facts.isCut || code.size() <= wholeMegabyte, true);
    QCOMPARE(facts.imports.size(), std::size_t{0});
}

void TestPythonFactsHostile::readsOddBytes_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const QByteArray &code, const QStringList &lines) {
        QTest::newRow(name) << code << lines;
    };
    row("nothing", "", {});
    row("no line end", "import a", {u"import 1: import a"_s});
    row("a byte order mark", "\xEF\xBB\xBFimport a\nx = 1\n", {u"import 1: import a"_s, u"assign 2: x = 1"_s});
    row("carriage returns", "from a import (b,\r\n  c)\r\nx = '''d\r\ne'''\r\n",
        {u"import 1: from a {b, c}"_s, u"assign 3: x = \"d\ne\""_s});
    row("form feeds", "\fimport a\n\f\ndef f():\n\timport b\n        \n\tx = 1\n",
        {u"import 1: import a"_s, u"import 4: import b"_s, u"assign 6: x = 1 in f"_s});
    row("zeros", QByteArray("import a\0b\nimport c\n", 20),
        {u"import 1: import a"_s, u"import 1: import b"_s, u"import 2: import c"_s, u"damaged"_s});
    row("no characters", "import a\nx = \"\xFF\"\n\xC0\xC1 = 2\nimport b\n",
        {u"import 1: import a"_s, u"import 4: import b"_s, u"assign 2: x = \"\uFFFD\""_s, u"damaged"_s});
    row("two bytes a letter", QByteArray("i\0m\0p\0o\0r\0t\0 \0a\0\n\0", 18), {u"damaged"_s});
}

void TestPythonFactsHostile::readsOddBytes()
{
    QFETCH(QByteArray, code);
    QFETCH(QStringList, lines);
    QCOMPARE(factLines(factsOf(code), u"import assign"), lines);
}

QTEST_GUILESS_MAIN(TestPythonFactsHostile)
#include "tst_pythonfactshostile.moc"
