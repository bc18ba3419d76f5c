// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factlines.h"

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestPythonFactsCalls : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
};

void TestPythonFactsCalls::reads_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, QStringView kinds, const char *code, const QStringList &lines) {
        QTest::newRow(name) << QByteArray(code) << kinds.toString() << lines;
    };
    row("everywhere", u"call", R"(@d(a())
def f(x=b(), y: Annotated[int, c()] = 1) -> g():
    return [h(i) for i in j() if k()]
l(m=n(), **o())
p = f"{q()} {r(s())!r:{t()}}"
assert u(), v()
raise w() from x()
del y()[z()]
lambda: aa()
{bb(): cc()}
{**dd()}
ee()[ff()]
)",
        {uR"(call 1: d(a()) decorates f)"_s, uR"(call 1: a())"_s, uR"(call 2: b())"_s, uR"(call 2: c())"_s,
            uR"(call 2: g())"_s, uR"(call 3: h(i) in f)"_s, uR"(call 3: j() in f)"_s, uR"(call 3: k() in f)"_s,
            uR"(call 4: l(m=n(), =o()))"_s, uR"(call 4: n())"_s, uR"(call 4: o())"_s, uR"(call 5: q())"_s,
            uR"(call 5: r(s()))"_s, uR"(call 5: s())"_s, uR"(call 6: u())"_s, uR"(call 6: v())"_s, uR"(call 7: w())"_s,
            uR"(call 7: x())"_s, uR"(call 8: y())"_s, uR"(call 8: z())"_s, uR"(call 9: aa())"_s, uR"(call 10: bb())"_s,
            uR"(call 10: cc())"_s, uR"(call 11: dd())"_s, uR"(call 12: ee())"_s, uR"(call 12: ff())"_s});
    row("chains", u"call", R"(a.b().c(d).e()
(db.session
  .query(User)
  .filter_by(id=1)
  .all())
"x".join(y)
(await f()).g()
x["y"]()
handlers[i](1)
super().__init__()
)",
        {uR"(call 1: a.b())"_s, uR"(call 1: .c(d) on a.b)"_s, uR"(call 1: .e() on .c)"_s,
            uR"(call 3: db.session.query(User))"_s, uR"(call 4: .filter_by(id=1) on db.session.query)"_s,
            uR"(call 5: .all() on .filter_by)"_s, uR"(call 6: .join(y))"_s, uR"(call 7: f())"_s,
            uR"(call 7: .g() on f)"_s, uR"(call 8: x.y())"_s, uR"(call 9: handlers.*(1))"_s, uR"(call 10: super())"_s,
            uR"(call 10: .__init__() on super)"_s});
    row("results", u"call", R"(a = f()
b: T = f()
self.c = f()
d = await f()
e = (f())
g = x or f()
h = f() if f() else f()
i = f().g()
j, k = f(), g()
l, m = f()
n = o = f()
p = [f()]
q = f(g())
x["k"] = f()
if (r := f()):
    pass
with f() as s:
    pass
)",
        {uR"(call 1: f() -> a)"_s, uR"(call 2: f() -> b)"_s, uR"(call 3: f() -> self.c)"_s, uR"(call 4: f() -> d)"_s,
            uR"(call 5: f() -> e)"_s, uR"(call 6: f() -> g)"_s, uR"(call 7: f() -> h if [if f()])"_s,
            uR"(call 7: f())"_s, uR"(call 7: f() -> h if [else of f()])"_s, uR"(call 8: f())"_s,
            uR"(call 8: .g() on f -> i)"_s, uR"(call 9: f() -> j)"_s, uR"(call 9: g() -> k)"_s, uR"(call 10: f())"_s,
            uR"(call 11: f() -> o)"_s, uR"(call 12: f())"_s, uR"(call 13: f(g()) -> q)"_s, uR"(call 13: g())"_s,
            uR"(call 14: f() -> x.k)"_s, uR"(call 15: f() -> r)"_s, uR"(call 17: f() -> s)"_s});
    row("decorators", u"call", R"(@app.get("/x")
@login_required
@a.b.c
@x[0].y
@f(g()).h(1)
async def f(): pass
@dataclass
class C:
    @property
    def p(self): pass
    @app.route("/y")
    @staticmethod
    def q(): pass
)",
        {uR"(call 1: app.get("/x") decorates f)"_s, uR"(call 2: login_required() decorates f)"_s,
            uR"(call 3: a.b.c() decorates f)"_s, uR"(call 4: x.0.y() decorates f)"_s, uR"(call 5: f(g()))"_s,
            uR"(call 5: g())"_s, uR"(call 5: .h(1) on f decorates f)"_s, uR"(call 7: dataclass() decorates C)"_s,
            uR"(call 9: property() decorates p in C)"_s, uR"(call 11: app.route("/y") decorates q in C)"_s,
            uR"(call 12: staticmethod() decorates q in C)"_s});
    row("conditions", u"call", R"(if TESTING:
    f()
x = g() if TESTING else h()
try:
    i()
except ImportError:
    j()
)",
        {uR"(call 2: f() if [if TESTING])"_s, uR"(call 3: g() -> x if [if TESTING])"_s,
            uR"(call 3: h() -> x if [else of TESTING])"_s, uR"(call 5: i() if [try])"_s,
            uR"(call 7: j() if [except ImportError])"_s});
    row("scopes", u"call", R"(class A:
    x = f()
    def m(self):
        g()
        def n():
            h()
        return lambda: i()
)",
        {uR"(call 2: f() -> x in A)"_s, uR"(call 4: g() in A.m)"_s, uR"(call 6: h() in A.n)"_s,
            uR"(call 7: i() in A.m)"_s});
    row("keywords", u"call", R"(f(1, a="x", *b, **c)
f(a=g(b=1))
f(*[1, 2])
f(x, y=[z])
)",
        {uR"(call 1: f(1, ?, a="x", =c))"_s, uR"(call 2: f(a=g(b=1)))"_s, uR"(call 2: g(b=1))"_s, uR"(call 3: f(?))"_s,
            uR"(call 4: f(x, y=[z]))"_s});
    row("generators", u"call", R"(sum(f(x) for x in y)
any(g() for a in b if h(a))
)",
        {uR"(call 1: sum(?))"_s, uR"(call 1: f(x))"_s, uR"(call 2: any(?))"_s, uR"(call 2: g())"_s,
            uR"(call 2: h(a))"_s});
}

void TestPythonFactsCalls::reads()
{
    QFETCH(QByteArray, code);
    QFETCH(QString, kinds);
    QFETCH(QStringList, lines);
    QCOMPARE(factLines(factsOf(SourceLanguage::Python, {code.constData(), std::size_t(code.size())}), kinds), lines);
}

QTEST_GUILESS_MAIN(TestPythonFactsCalls)
#include "tst_pythonfactscalls.moc"
