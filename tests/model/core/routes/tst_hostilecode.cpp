// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <routes/routemap.h>

#include <QRandomGenerator>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

std::size_t routesOf(const QString &text)
{
    const auto map = RouteMap::of({{u"a.js"_s, text}, {u"b.py"_s, text}, {u"c.ts"_s, text}});
    static_cast<void>(map.handlerOf(u"GET"_s, u"/api/articles/x"_s));
    return map.routes().size();
}

} // namespace

/// Code that nobody would write must neither crash nor take more than linear time; a test that does not come back
/// fails.
class TestHostileCode : public QObject
{
    Q_OBJECT

private slots:
    void repeated_data();
    void repeated();
    void nested_data();
    void nested();
    void anyText();
    void largeBundlesAreLeftOut();
    void longUrls();
};

void TestHostileCode::repeated_data()
{
    QTest::addColumn<QString>("unit");
    for (const auto *unit :
        {"a", "a ", "a.", "a(", "(", "[", "{", ")", "}", "'", "\"", "`", "`${", "/", "/*", "//", "\\", "\n", "x=>",
            "(x)=>", "const a=", "a=", "let {a}=", "function f(", "function f(){", "class A{", "class A:\n ", "def f(",
            "def f():\n", "@a\n", "@a(", "app.get(", "app.get('/x',", "app.get('/x', f);\n", ".get('/x', f)",
            "router.use(", "router.use('/a', b).", "import a from 'b';", "import {", "export default ", "export {",
            "from a import ", "from a import *\n", "return ", "return a\n", "new ", "new A(", "require('./a')(",
            "a?b:", "a||", "'a'+", "'a' ", "f'{a}'", "f\"{", "\"\"\"", "<", "a<", "async ", "await ", "urlpatterns = [",
            "path('', include([", "urlpatterns += [path('x', f)]\n", "this.a = ", "self.a = ", "exports.a=", "...",
            "=>", "\xE2\x80\xA8", "lambda: ", "app.route('/x').", "a[", "a!.", "#a", "@"})
        QTest::addRow("%s", unit) << QString::fromUtf8(unit);
}

void TestHostileCode::repeated()
{
    QFETCH(QString, unit);
    QVERIFY(routesOf(unit.repeated(100'000 / unit.size())) < 100'000);
}

void TestHostileCode::nested_data()
{
    QTest::addColumn<QString>("open");
    QTest::addColumn<QString>("close");
    QTest::newRow("parentheses") << u"("_s << u")"_s;
    QTest::newRow("calls") << u"f("_s << u")"_s;
    QTest::newRow("functions") << u"function f(a) { return "_s << u"}"_s;
    QTest::newRow("arrows") << u"(a) => { app.get('/x', "_s << u")}"_s;
    QTest::newRow("wrappers") << u"app.get('/x', wrap("_s << u"))"_s;
    QTest::newRow("arrays") << u"a = ["_s << u"]"_s;
    QTest::newRow("objects") << u"{ a: "_s << u"}"_s;
    QTest::newRow("mounts") << u"app.use('/a', mount("_s << u"))"_s;
    QTest::newRow("includes") << u"urlpatterns = [path('a', include(["_s << u"]))]"_s;
    QTest::newRow("templates") << u"`${"_s << u"}`"_s;
    QTest::newRow("classes") << u"class A { b() { "_s << u"}}"_s;
}

void TestHostileCode::nested()
{
    QFETCH(QString, open);
    QFETCH(QString, close);
    const auto head = u"const app = require('express')();\n"_s;
    QVERIFY(routesOf(head + open.repeated(20'000) + close.repeated(20'000)) < 100'000);
}

/// Pieces of code put together at random; the same ones each time.
void TestHostileCode::anyText()
{
    const QStringList pieces{u"app"_s, u"."_s, u"get"_s, u"("_s, u")"_s, u"'/x'"_s, u","_s, u"{"_s, u"}"_s, u"=>"_s,
        u"\n"_s, u"    "_s, u"def f"_s, u":"_s, u"class A"_s, u"@"_s, u"="_s, u"require('./b')"_s, u"function "_s,
        u"return "_s, u"["_s, u"]"_s, u"router"_s, u"use"_s, u"new Router"_s, u"express()"_s, u"Flask('x')"_s,
        u"import "_s, u"from "_s, u"`${app}`"_s, u"module.exports"_s, u"export default "_s, u"this."_s, u"self."_s,
        u";"_s, u"..."_s, u"async "_s, u"urlpatterns"_s, u"include"_s, u"path"_s, u"\""_s, u"'"_s, u"#"_s, u"//"_s,
        u"\xD800"_s, QString(QChar(0))};
    QRandomGenerator random(11);
    for (int i = 0; i < 400; ++i) {
        QString text;
        for (int j = 0; j < 120; ++j)
            text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        QVERIFY(routesOf(text) < 1000);
    }
}

void TestHostileCode::largeBundlesAreLeftOut()
{
    const auto line = u"app.get('/x',f);"_s;
    QCOMPARE(routesOf(line.repeated(10'000'000 / line.size())), std::size_t(0));
}

void TestHostileCode::longUrls()
{
    const auto map = RouteMap::of({{u"a.js"_s, u"const a = require('express')(); a.get('/:x', (q, r) => 1);"_s}});
    QVERIFY(!map.handlerOf(u"GET"_s, u"/a"_s.repeated(1'000'000)));
    QVERIFY(map.handlerOf(u"GET"_s, u"/"_s + u"a"_s.repeated(1'000'000)));
}

QTEST_GUILESS_MAIN(TestHostileCode)
#include "tst_hostilecode.moc"
