// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factlines.h"

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestPythonFactsValues : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
};

void TestPythonFactsValues::reads_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, QStringView kinds, const char *code, const QStringList &lines) {
        QTest::newRow(name) << QByteArray(code) << kinds.toString() << lines;
    };
    row("texts", u"assign", R"(a = "x"
b = 'it\'s'
c = "x" 'y' """z"""
d = ("x"
  "y")
e = r"\d"
f = b"\x40\x41"
g = """a
b"""
h = ""
i = u"\u00e9\x41\101\N{DASH}\q"
j = "a\
b"
)",
        {uR"(assign 1: a = "x")"_s, uR"(assign 2: b = "it's")"_s, uR"(assign 3: c = "xyz")"_s,
            uR"(assign 4: d = "xy")"_s, uR"(assign 6: e = "\d")"_s, uR"(assign 7: f = "@A")"_s, uR"(assign 8: g = "a
b")"_s,
            uR"(assign 10: h = "")"_s, uR"(assign 11: i = "éAA\N{DASH}\q")"_s, uR"(assign 12: j = "ab")"_s});
    row("formatted", u"assign", R"(a = f"{x}/y"
b = f"{os.environ['X']}"
c = "a" f"{b}" "c" 'd'
d = f"{{{x!r:>10}}}"
e = f"{a}{b}"
h = rf"\d{x}"
)",
        {uR"(assign 1: a = x + "/y")"_s, uR"(assign 2: b = os.environ.X)"_s, uR"(assign 3: c = "a" + b + "cd")"_s,
            uR"(assign 4: d = "{" + x + "}")"_s, uR"(assign 5: e = a + b)"_s, uR"(assign 6: h = "\d" + x)"_s});
    row("joined", u"assign", R"(a = "x" + y + "z"
b = "x" + "y"
c = BASE + "/db"
d = BASE + ["x"]
e = 1 + 2
f = 60 * 60
)",
        {uR"(assign 1: a = "x" + y + "z")"_s, uR"(assign 2: b = "xy")"_s, uR"(assign 3: c = BASE + "/db")"_s,
            uR"(assign 4: d = BASE + ["x"])"_s, uR"(assign 5: e = ?)"_s, uR"(assign 6: f = ?)"_s});
    row("percent", u"assign", R"(a = "x/%s/%d" % (b, 5)
c = "%s" % d
e = "%(k)s!%(l)s" % {"k": v}
f = "100%%" % ()
g = 10 % 3
h = "%s%s%" % a
)",
        {uR"(assign 1: a = "x/" + b + "/" + 5)"_s, uR"(assign 2: c = d)"_s, uR"(assign 3: e = v + "!" + ?)"_s,
            uR"(assign 4: f = "100%")"_s, uR"(assign 5: g = ?)"_s, uR"(assign 6: h = a + ? + "%")"_s});
    row("format", u"assign", R"(a = "x/{}/{}".format(b, 5)
c = "{1}{0}{k}{{}}".format(a, b, k=c)
d = "{a.b!r:>{w}}".format(a=1)
e = URL.format(x)
f = "{".format(1)
g = "}{}".format(1)
)",
        {uR"(assign 1: a = "x/" + b + "/" + 5)"_s, uR"(assign 2: c = b + a + c + "{}")"_s, uR"(assign 3: d = ?)"_s,
            uR"(assign 4: e = URL.format(x))"_s, uR"(assign 5: f = 1)"_s, uR"(assign 6: g = "}" + 1)"_s});
    row("paths", u"assign", R"(a = Path(__file__).parent / "x.db"
b = BASE_DIR / "data" / "x.db"
c = 1 / 2
d = Path(__file__).resolve().parent.parent / "x"
)",
        {uR"(assign 1: a = Path(__file__).parent + "/x.db")"_s, uR"(assign 2: b = BASE_DIR + "/data/x.db")"_s,
            uR"(assign 3: c = ?)"_s, uR"(assign 4: d = Path(__file__).resolve().parent.parent + "/x")"_s});
    row("choices", u"assign", R"(a = x or "y"
b = "x" if c else "y"
d = x or y or z
e = x and y
f = (a or b) and (c or d)
)",
        {uR"(assign 1: a = (x or "y"))"_s, uR"(assign 2: b = ("x" or "y"))"_s, uR"(assign 3: d = (x or y or z))"_s,
            uR"(assign 4: e = y)"_s, uR"(assign 5: f = (c or d))"_s});
    row("collections", u"assign", R"(a = [1, "x"]
b = (1, 2)
c = {1, 2}
d = {"a": 1, b: 2, 3: "x", **e}
e = 1, 2
f = [*A, "x", *B]
g = []
h = {}
i = ()
)",
        {uR"(assign 1: a = [1, "x"])"_s, uR"(assign 2: b = [1, 2])"_s, uR"(assign 3: c = [1, 2])"_s,
            uR"(assign 4: d = {a: 1, : 2, 3: "x", : e})"_s, uR"(assign 5: e = [1, 2])"_s,
            uR"(assign 6: f = A + ["x"] + B)"_s, uR"(assign 7: g = [])"_s, uR"(assign 8: h = {})"_s,
            uR"(assign 9: i = [])"_s});
    row("calls", u"assign", R"(a = f()
b = f(1, *args, k="v", **kw)
c = a.b().c(d).e()
d = x["y"]()
e = (f or g)()
h = f(i for i in j)
k = get_settings().url
l = os.environ.get("X").replace("a", "b")
m = (await connect())
n = x[0].run()
o = f()["k"]
)",
        {uR"(assign 1: a = f())"_s, uR"(assign 2: b = f(1, ?, k="v", =kw))"_s, uR"(assign 3: c = a.b().c(d).e())"_s,
            uR"(assign 4: d = x.y())"_s, uR"(assign 5: e = ())"_s, uR"(assign 6: h = f(?))"_s,
            uR"(assign 7: k = get_settings().url)"_s, uR"(assign 8: l = os.environ.get("X").replace("a", "b"))"_s,
            uR"(assign 9: m = connect())"_s, uR"(assign 10: n = x.0.run())"_s, uR"(assign 11: o = f().k)"_s});
    row("names", u"assign", R"(a = b
c = settings.db.url
d = os.environ["X"]
e = x[0]["k"].y
f = x[-1]
g = config[env]
h = x[1:]
i = self.db
j = x[a, b]
)",
        {uR"(assign 1: a = b)"_s, uR"(assign 2: c = settings.db.url)"_s, uR"(assign 3: d = os.environ.X)"_s,
            uR"(assign 4: e = x.0.k.y)"_s, uR"(assign 5: f = x.-1)"_s, uR"(assign 6: g = config.*)"_s,
            uR"(assign 7: h = ?)"_s, uR"(assign 8: i = self.db)"_s, uR"(assign 9: j = ?)"_s});
    row("others", u"assign", R"(a = 1.5
b = -1
c = True
d = False
e = None
f = not x
g = lambda x: x
h = [i for i in x]
i = ...
j = await x
k = ("x")
l = (n := "x")
m = x == y
n = +5
o = -x
p = ~1
q = {k: v for k in x}
r = yield x
)",
        {uR"(assign 1: a = 1.5)"_s, uR"(assign 2: b = -1)"_s, uR"(assign 3: c = true)"_s, uR"(assign 4: d = false)"_s,
            uR"(assign 5: e = nothing)"_s, uR"(assign 6: f = ?)"_s, uR"(assign 7: g = ?)"_s, uR"(assign 8: h = ?)"_s,
            uR"(assign 9: i = ?)"_s, uR"(assign 10: j = x)"_s, uR"(assign 11: k = "x")"_s, uR"(assign 12: l = "x")"_s,
            uR"(assign 12: n = "x")"_s, uR"(assign 13: m = ?)"_s, uR"(assign 14: n = 5)"_s, uR"(assign 15: o = ?)"_s,
            uR"(assign 16: p = ?)"_s, uR"(assign 17: q = ?)"_s, uR"(assign 18: r = ?)"_s});
}

void TestPythonFactsValues::reads()
{
    QFETCH(QByteArray, code);
    QFETCH(QString, kinds);
    QFETCH(QStringList, lines);
    QCOMPARE(factLines(factsOf(SourceLanguage::Python, {code.constData(), std::size_t(code.size())}), kinds), lines);
}

QTEST_GUILESS_MAIN(TestPythonFactsValues)
#include "tst_pythonfactsvalues.moc"
