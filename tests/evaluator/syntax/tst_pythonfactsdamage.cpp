// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factlines.h"

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestPythonFactsDamage : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
};

void TestPythonFactsDamage::reads_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, QStringView kinds, const char *code, const QStringList &lines) {
        QTest::newRow(name) << QByteArray(code) << kinds.toString() << lines;
    };
    row("python 2", u"import assign call class def text", R"(import a
print "hello %s" % x()
print >>f, "y"
exec "z"
try:
    g()
except E, e:
    raise E, "w"
x = `y`
z = a <> b
import c
)",
        {uR"(import 1: import a)"_s, uR"(import 11: import c)"_s, uR"(assign 9: x = "y")"_s, uR"(assign 10: z = ?)"_s,
            uR"(call 2: x())"_s, uR"(call 6: g() if [try])"_s, uR"(text 2: "hello %s")"_s, uR"(text 3: "y")"_s,
            uR"(text 4: "z")"_s, uR"(text 8: "w" if [except E, e])"_s, uR"(text 9: "y")"_s});
    row("merge conflict", u"import assign call class def text", R"(import a
<<<<<<< HEAD
import b
x = f(1)
=======
import c
x = f(2)
>>>>>>> branch
import d
def g():
    return h()
)",
        {uR"(import 1: import a)"_s, uR"(import 3: import b)"_s, uR"(import 6: import c)"_s, uR"(import 9: import d)"_s,
            uR"(assign 4: x = f(1))"_s, uR"(assign 7: x = f(2))"_s, uR"(assign 11: return = h() in g)"_s,
            uR"(call 4: f(1) -> x)"_s, uR"(call 7: f(2) -> x)"_s, uR"(call 11: h() in g)"_s, uR"(def 10: g())"_s,
            uR"(damaged)"_s});
    row("truncated", u"import assign call class def text", R"(import a
class A:
    def m(self):
        return f("x")
    def n(self, b
)",
        {uR"(import 1: import a)"_s, uR"(assign 4: return = f("x") in m)"_s, uR"(call 4: f("x") in m)"_s,
            uR"(def 3: m(self))"_s, uR"(text 4: "x" in m)"_s, uR"(damaged)"_s});
    row("open bracket", u"import assign call class def text", R"(import a
x = f(
def g():
    return h()
import b
)",
        {uR"(import 1: import a)"_s, uR"(call 3: ())"_s, uR"(damaged)"_s});
    row("open string", u"import assign call class def text", R"(import a
x = "abc
y = 1
import b
)",
        {uR"(import 1: import a)"_s, uR"(import 4: import b)"_s, uR"(assign 2: x = abc)"_s, uR"(assign 3: y = 1)"_s,
            uR"(damaged)"_s});
    row("open docstring", u"import assign call class def text", R"(import a
def f():
    """abc
    import b
)",
        {uR"(import 1: import a)"_s, uR"(import 4: import b)"_s, uR"(def 2: f())"_s, uR"(damaged)"_s});
    row("wrong indent", u"import assign call class def text", R"(class A:
  def f(self):
      x()
    y()
  def g(self): z()
import b
)",
        {uR"(import 6: import b)"_s, uR"(call 3: x() in A.f)"_s, uR"(call 4: y() in A)"_s, uR"(call 5: z() in A.g)"_s,
            uR"(class 1: A() methods [f, g])"_s, uR"(def 2: f(self) in A)"_s, uR"(def 5: g(self) in A)"_s});
    row("patch text", u"import assign call class def text", R"(import a
+import b
-import c
@@ -1 +1 @@
def f():
+    return g()
import d
)",
        {uR"(import 1: import a)"_s, uR"(import 7: import d)"_s, uR"(def 5: f())"_s, uR"(damaged)"_s});
    row("javascript", u"import assign call class def text", R"(const a = require("b");
function f() { return g(); }
import x from "y";
)",
        {uR"(import 3: import x)"_s, uR"(assign 1: const = require("b"))"_s, uR"(assign 2: return = g())"_s,
            uR"(call 1: require("b") -> const)"_s, uR"(call 2: function())"_s, uR"(call 2: g())"_s, uR"(text 1: "b")"_s,
            uR"(damaged)"_s});
    row("template", u"import assign call class def text", R"(import a
{% if x %}
import b
{% endif %}
x = {{ cookiecutter.y }}
import c
)",
        {uR"(import 1: import a)"_s, uR"(import 3: import b)"_s, uR"(import 6: import c)"_s,
            uR"(assign 5: x = [[cookiecutter.y]])"_s, uR"(damaged)"_s});
    row("missing colon", u"import assign call class def text", R"(import a
def f()
    g()
class B
    x = 1
if c
    import d
import e
)",
        {uR"(import 1: import a)"_s, uR"(import 8: import e)"_s, uR"(damaged)"_s});
    row("only middle", u"import assign call class def text", R"(        return f(x)
    def g(self):
        h()

class A(B):
    x = 1
)",
        {uR"(assign 1: return = f(x))"_s, uR"(assign 6: x = 1 in A)"_s, uR"(call 1: f(x))"_s, uR"(call 3: h() in g)"_s,
            uR"(class 5: A(B) fields [x])"_s, uR"(def 2: g(self))"_s});
    row("markdown", u"import assign call class def text", R"(```python
import a
x = f()
```
)",
        {uR"(import 2: import a)"_s, uR"(assign 3: x = f())"_s, uR"(call 3: f() -> x)"_s, uR"(text 1: "")"_s,
            uR"(text 4: "")"_s, uR"(damaged)"_s});
    row("lonely else", u"import assign call class def text", R"(import a
else:
    import b
f()
except E:
    g()
import c
)",
        {uR"(import 1: import a)"_s, uR"(import 7: import c)"_s, uR"(assign 5: E = ?)"_s, uR"(call 4: f())"_s,
            uR"(call 6: g())"_s, uR"(damaged)"_s});
}

void TestPythonFactsDamage::reads()
{
    QFETCH(QByteArray, code);
    QFETCH(QString, kinds);
    QFETCH(QStringList, lines);
    QCOMPARE(factLines(factsOf(SourceLanguage::Python, {code.constData(), std::size_t(code.size())}), kinds), lines);
}

QTEST_GUILESS_MAIN(TestPythonFactsDamage)
#include "tst_pythonfactsdamage.moc"
