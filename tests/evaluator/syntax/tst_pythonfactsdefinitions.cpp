// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factlines.h"

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestPythonFactsDefinitions : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
};

void TestPythonFactsDefinitions::reads_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, QStringView kinds, const char *code, const QStringList &lines) {
        QTest::newRow(name) << QByteArray(code) << kinds.toString() << lines;
    };
    row("assignments, scopes", u"assign", R"(A = 1
class C:
    b: str
    c: int = 2
    d = 3
    class D:
        e = 4
    def m(self):
        self.f = 5
        g = 6
        def h():
            i = 7
        class E:
            j = 8
)",
        {uR"(assign 1: A = 1)"_s, uR"(assign 3: b = ? in C)"_s, uR"(assign 4: c = 2 in C)"_s,
            uR"(assign 5: d = 3 in C)"_s, uR"(assign 7: e = 4 in C.D)"_s, uR"(assign 9: self.f = 5 in C.m)"_s,
            uR"(assign 10: g = 6 in C.m)"_s, uR"(assign 12: i = 7 in C.h)"_s, uR"(assign 14: j = 8 in C.E.m)"_s});
    row("assignments, targets", u"assign", R"(a = b = c = 1
d, e = 1, 2
f, (g, h) = x()
[i, j] = y
*k, l = z
(m) = 1
app.config["X"] = "y"
x[i] = 1
x().y = 2
n, o = p, q = 1, 2
)",
        {uR"(assign 1: a = 1)"_s, uR"(assign 1: b = 1)"_s, uR"(assign 1: c = 1)"_s, uR"(assign 2: d = 1)"_s,
            uR"(assign 2: e = 2)"_s, uR"(assign 3: f = ?)"_s, uR"(assign 3: g = ?)"_s, uR"(assign 3: h = ?)"_s,
            uR"(assign 4: i = ?)"_s, uR"(assign 4: j = ?)"_s, uR"(assign 5: l = ?)"_s, uR"(assign 6: m = 1)"_s,
            uR"(assign 7: app.config.X = "y")"_s, uR"(assign 8: x.* = 1)"_s, uR"(assign 9: .y = 2)"_s,
            uR"(assign 10: n = 1)"_s, uR"(assign 10: o = 2)"_s, uR"(assign 10: p = 1)"_s, uR"(assign 10: q = 2)"_s});
    row("assignments, augmented", u"assign", R"(a += "x"
b -= 1
app.config["X"] += c
)",
        {uR"(assign 1: a = a + "x")"_s, uR"(assign 2: b = ?)"_s, uR"(assign 3: app.config.X = app.config.X + c)"_s});
    row("assignments, bound", u"assign", R"(with open("x") as f, g() as (h, i):
    pass
with (open("y") as j):
    pass
if (k := l()):
    pass
async def m():
    async with n() as o:
        pass
)",
        {uR"(assign 1: f = open("x"))"_s, uR"(assign 1: h = ?)"_s, uR"(assign 1: i = ?)"_s,
            uR"(assign 3: j = open("y"))"_s, uR"(assign 5: k = l())"_s, uR"(assign 8: o = n() in m)"_s});
    row("assignments, not loops", u"assign", R"(for a in b:
    c = 1
try:
    pass
except E as e:
    d = 2
import f as g
global h
)",
        {uR"(assign 2: c = 1)"_s, uR"(assign 6: d = 2 if [except E])"_s});
    row("assignments, branches", u"assign", R"(if a == 1:
    x = 1
elif b:
    x = 2
else:
    x = 3
try:
    x = 4
except (A, B) as e:
    x = 5
except:
    x = 6
else:
    x = 7
finally:
    x = 8
match y:
    case "a" | "b":
        x = 9
    case Point(z=0) if q:
        x = 10
    case _:
        x = 11
while True:
    x = 12
else:
    x = 13
x = 14
)",
        {uR"(assign 2: x = 1 if [if a == 1])"_s, uR"(assign 4: x = 2 if [else of a == 1 | if b])"_s,
            uR"(assign 6: x = 3 if [else of a == 1 | else of b])"_s, uR"(assign 8: x = 4 if [try])"_s,
            uR"(assign 10: x = 5 if [except (A, B)])"_s, uR"(assign 12: x = 6 if [except])"_s,
            uR"(assign 14: x = 7 if [else of try])"_s, uR"(assign 16: x = 8)"_s,
            uR"(assign 19: x = 9 if [case "a" | "b"])"_s, uR"(assign 21: x = 10 if [case Point(z=0) if q])"_s,
            uR"(assign 23: x = 11 if [case _])"_s, uR"(assign 25: x = 12)"_s, uR"(assign 27: x = 13)"_s,
            uR"(assign 28: x = 14)"_s});
    row("assignments, nested branches", u"assign", R"(if a:
    try:
        if  not (b
            and c):
            x = 1
    except E:
        pass
)",
        {uR"(assign 5: x = 1 if [if a | try | if not (b and c)])"_s});
    row("assignments, returned", u"assign", R"(def f():
    if a:
        return "x"
    return g(1), 2
def h():
    return
async def i():
    return await j()
)",
        {uR"(assign 3: return = "x" in f if [if a])"_s, uR"(assign 4: return = [g(1), 2] in f)"_s,
            uR"(assign 8: return = j() in i)"_s});
    row("assignments, typed", u"assign", R"(a: str
b: Optional[str] = None
self.c: int = 1
d: Annotated[int, Field(gt=0)] = Field(default=1)
)",
        {uR"(assign 1: a = ?)"_s, uR"(assign 2: b = nothing)"_s, uR"(assign 3: self.c = 1)"_s,
            uR"(assign 4: d = Field(default=1))"_s});
    row("definitions, classes", u"class def", R"(class A: pass
class B(): pass
class C(A, b.D, metaclass=M): pass
class E(Generic[T], Repo["User"]): pass
class F(declarative_base()): pass
class G(SQLModel, table=True): pass
class H(*bases, **kw): pass
)",
        {uR"(class 1: A())"_s, uR"(class 2: B())"_s, uR"(class 3: C(A, b.D, metaclass=M))"_s,
            uR"(class 4: E(Generic, Repo))"_s, uR"(class 5: F(declarative_base))"_s,
            uR"(class 6: G(SQLModel, table=True))"_s, uR"(class 7: H())"_s});
    row("definitions, members", u"class def", R"(@dataclass(frozen=True)
@x.y
class A(B):
    """Doc."""
    a: int
    b: str = "x"
    c = d = Column()
    e, f = 1, 2
    if X:
        g = 1
        def h(self): pass
    def __init__(self, z): self.z = z
    @property
    def i(self) -> int: return 1
    async def j(self): pass
    k = lambda self: 1
    class L:
        m = 1
        def n(self): pass
)",
        {uR"(class 3: A(B) @dataclass @x.y methods [h, __init__, i, j] fields [a, b, c, d, e, f, g, k])"_s,
            uR"(class 17: L() methods [n] fields [m] in A)"_s, uR"(def 11: h(self) in A if [if X])"_s,
            uR"(def 12: __init__(self, z) in A)"_s, uR"(def 14: i(self) @property in A)"_s,
            uR"(def 15: j(self) in A)"_s, uR"(def 16: k(self) in A)"_s, uR"(def 19: n(self) in A.L)"_s});
    row("definitions, parameters", u"class def", R"(def f(a, b: int, c=1, d: str = "x", *args, e, **kw: Any): pass
def g(a, /, b, *, c: Optional[
    Session] = Depends(x)): pass
async def h(*, x: "User" = None): pass
def i(): pass
j = lambda a, b=1: a
)",
        {uR"(def 1: f(a, b: int, c, d: str, args, e, kw: Any))"_s, uR"(def 2: g(a, b, c: Optional[ Session]))"_s,
            uR"(def 4: h(x: "User"))"_s, uR"(def 5: i())"_s, uR"(def 6: j(a, b))"_s});
    row("definitions, nested", u"class def", R"(def f():
    def g():
        class A:
            def m(self):
                def h(): pass
    return g
)",
        {uR"(class 3: A() methods [m] in g)"_s, uR"(def 1: f())"_s, uR"(def 2: g() in f)"_s,
            uR"(def 4: m(self) in A.g)"_s, uR"(def 5: h() in A.m)"_s});
    row("texts, literals", u"text", R"(a = "x"
f("y", k="z")
b = "p" "q"
c = f"{a} r {b['s']}"
d = {"t": "u"}
e["v"]
if x == "w": pass
def g(h="i") -> "j": pass
)",
        {uR"(text 1: "x")"_s, uR"(text 2: "y")"_s, uR"(text 2: "z")"_s, uR"(text 3: "pq")"_s, uR"(text 4: "{} r {}")"_s,
            uR"(text 4: "s")"_s, uR"(text 5: "t")"_s, uR"(text 5: "u")"_s, uR"(text 6: "v")"_s, uR"(text 7: "w")"_s,
            uR"(text 8: "i")"_s, uR"(text 8: "j")"_s});
    row("texts, no statements", u"text", R"("""Module."""
"bare"
class A:
    """Doc."""
    'again'
    def f(self):
        """Doc
        two."""
        "x" "y"
        return "kept"
    ("kept too")
)",
        {uR"(text 10: "kept" in A.f)"_s, uR"(text 11: "kept too" in A)"_s});
    row("texts, sql", u"text", R"(q = """SELECT *
  FROM users"""
db.execute(
  "INSERT INTO a "
  "VALUES 1")
log.info("%s" % "x")
)",
        {uR"(text 1: "SELECT *
  FROM users")"_s,
            uR"(text 4: "INSERT INTO a VALUES 1")"_s, uR"(text 6: "%s")"_s, uR"(text 6: "x")"_s});
}

void TestPythonFactsDefinitions::reads()
{
    QFETCH(QByteArray, code);
    QFETCH(QString, kinds);
    QFETCH(QStringList, lines);
    QCOMPARE(factLines(factsOf(SourceLanguage::Python, {code.constData(), std::size_t(code.size())}), kinds), lines);
}

QTEST_GUILESS_MAIN(TestPythonFactsDefinitions)
#include "tst_pythonfactsdefinitions.moc"
