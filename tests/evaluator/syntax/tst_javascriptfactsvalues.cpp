// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factlines.h"

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestJavaScriptFactsValues : public QObject
{
    Q_OBJECT

private slots:
    void valuesOfEveryKind();
    void targetsOfEveryKind();
    void callsOfEveryKind();
    void placesInAFile();
};

void TestJavaScriptFactsValues::valuesOfEveryKind()
{
    const auto facts = factsOf(SourceLanguage::JavaScript,
        R"_(const a = 'it\'s \x41\u{42}\u0043\n', b = `plain`, c = `a${x.y}b${f(1)}`, d = 'a' + b + "c" + 1;
const e = process.env.X ?? 'y', f = process.env['X-Y'] || "z" || w, g = k ? 'one' : 'two', h = x && 'last';
const i = [1, -2, 'c', ...more], j = { a: 1, 'b-c': true, [`d`]: null, [e]: 2, f, ...g, h() {}, 3: undefined };
const k = new Pool({ host: 'h' }), l = await connect(url, ...rest), m = a?.b?.['c'].d, n = config[env].url;
const o = () => 1, p = function () {}, q = /x/g, r = class {}, s = !a, t = typeof a, u = (1, 'second');
const v = connect('x').models.User, w = knex('t').where({ a }).first(), x = +process.env.PORT, y = void 0;
const z = require('pg').native('x');
)_");
    QCOMPARE(factLines(facts, u"assign"),
        QStringList({u"assign 1: a = \"it's ABC\n\""_s, uR"(assign 1: b = "plain")"_s,
            uR"(assign 1: c = "a" + x.y + "b" + f(1))"_s, uR"(assign 1: d = "a" + b + "c" + 1)"_s,
            uR"(assign 2: e = (process.env.X or "y"))"_s, uR"(assign 2: f = (process.env.X-Y or "z" or w))"_s,
            uR"(assign 2: g = ("one" or "two"))"_s, uR"(assign 2: h = "last")"_s, uR"(assign 3: i = [1, -2, "c", ?])"_s,
            u"assign 3: j = {a: 1, b-c: true, d: nothing, : 2, f: f, : g, h: ?, 3: nothing}"_s,
            uR"(assign 4: k = Pool({host: "h"}))"_s, u"assign 4: l = connect(url, ?)"_s, u"assign 4: m = a.b.c.d"_s,
            u"assign 4: n = config.*.url"_s, u"assign 5: o = ?"_s, u"assign 5: return = 1 in o"_s, u"assign 5: p = ?"_s,
            u"assign 5: q = ?"_s, u"assign 5: r = ?"_s, u"assign 5: s = ?"_s, u"assign 5: t = ?"_s,
            uR"(assign 5: u = "second")"_s, uR"(assign 6: v = connect("x").models.User)"_s,
            uR"(assign 6: w = knex("t").where({a: a}).first())"_s, u"assign 6: x = process.env.PORT"_s,
            u"assign 6: y = nothing"_s, uR"(assign 7: z = require("pg").native("x"))"_s}));
}

void TestJavaScriptFactsValues::targetsOfEveryKind()
{
    const auto facts = factsOf(SourceLanguage::JavaScript, R"_(const { a, b: c = 'x', d: { e }, ...f } = process.env;
let [g, , h] = list, i;
const { j } = { j: 'known' }, { k } = load();
l = m = 'both';
this.n.o = 1;
p['q-r'][s].t = 2;
u += 'x';
v ??= 'y';
w *= 2;
({ x, y: z.aa } = bb);
class C { ee = 'f'; static gg = 1; #hh = 2; 'ii' = 3; jj; kk = () => 'l'; }
function mm(nn = 'default') { return nn; }
const oo = (pp) => `x${pp}`;
list.map((each) => each.name);
)_");
    QCOMPARE(factLines(facts, u"assign"),
        QStringList({u"assign 1: a = process.env.a"_s, uR"(assign 1: c = (process.env.b or "x"))"_s,
            u"assign 1: e = process.env.d.e"_s, u"assign 1: f = process.env"_s, u"assign 2: g = list.0"_s,
            u"assign 2: h = list.2"_s, uR"(assign 3: j = "known")"_s, u"assign 3: k = ?"_s,
            uR"(assign 4: l = "both")"_s, uR"(assign 4: m = "both")"_s, u"assign 5: this.n.o = 1"_s,
            u"assign 6: p.q-r.*.t = 2"_s, uR"(assign 7: u = u + "x")"_s, uR"(assign 8: v = (v or "y"))"_s,
            u"assign 9: w = ?"_s, u"assign 10: x = bb.x"_s, u"assign 10: z.aa = bb.y"_s,
            uR"(assign 11: ee = "f" in C)"_s, u"assign 11: gg = 1 in C"_s, u"assign 11: #hh = 2 in C"_s,
            u"assign 11: ii = 3 in C"_s, u"assign 11: kk = ? in C"_s, uR"(assign 11: return = "l" in C.kk)"_s,
            u"assign 12: return = nn in mm"_s, u"assign 13: oo = ?"_s, uR"(assign 13: return = "x" + pp in oo)"_s}));
}

void TestJavaScriptFactsValues::callsOfEveryKind()
{
    const auto facts = factsOf(
        SourceLanguage::JavaScript, R"_(app.route('/x').get(handler).post((req, res) => res.json(save(req.body)));
const db = await (await open({ filename: 'a.db' })).migrate();
this.pool = new pg.Pool();
exports.client = global.client || new Client();
const rows = await sql`SELECT * FROM t WHERE id = ${id}`;
(function () { run(); })();
f()()('x');
handlers[name]('x');
`a ${call(1)}`;
const view = <Foo a="t" b={jsx(1)} {...spread()}>word {inner('x')}</Foo>;
for (const a of list()) { each(a); }
a?.b?.('x');
super.c();
)_");
    QCOMPARE(factLines(facts, u"call"),
        QStringList({u"call 1: .post(?) on .get"_s, u"call 1: .get(handler) on app.route"_s,
            uR"(call 1: app.route("/x"))"_s, u"call 1: res.json(save(req.body))"_s, u"call 1: save(req.body)"_s,
            u"call 2: .migrate() on open -> db"_s, uR"(call 2: open({filename: "a.db"}))"_s,
            u"call 3: pg.Pool() new -> this.pool"_s, u"call 4: Client() new -> exports.client"_s,
            uR"(call 5: sql("SELECT * FROM t WHERE id = " + id) -> rows)"_s, u"call 6: ()"_s, u"call 6: run()"_s,
            uR"(call 7: ("x"))"_s, u"call 7: () on f"_s, u"call 7: f()"_s, uR"(call 8: handlers.*("x"))"_s,
            u"call 9: call(1)"_s, u"call 10: jsx(1)"_s, u"call 10: spread()"_s, uR"(call 10: inner("x"))"_s,
            u"call 11: list()"_s, u"call 11: each(a)"_s, uR"(call 12: a.b("x"))"_s, u"call 13: super.c()"_s}));
}

void TestJavaScriptFactsValues::placesInAFile()
{
    const auto facts = factsOf(SourceLanguage::JavaScript, R"_(class A {
  field = make();
  static { begin(); }
  async m(p) {
    if (p > 1) {
      one();
    } else if (p) two();
    else {
      three();
    }
  }
  handle = async () => { four(); };
}
const B = class extends mixin(A) { get v() { return five(); } };
function outer() {
  const inner = () => { six(); };
  list.forEach((x) => seven(x));
  try { eight(); } catch (error) { nine(); } finally { ten(); }
  switch (kind) { case 'a': case 'b': eleven(); break; default: twelve(); }
}
const api = { list: async function () { thirteen(); }, show() { fourteen(); }, drop: (id) => fifteen(id) };
exports.wrapped = asyncHandler(async (req, res) => { sixteen(); });
export default () => { seventeen(); };
)_");
    QCOMPARE(factLines(facts, u"assign call def"),
        QStringList({u"assign 2: field = make() in A"_s, u"assign 12: handle = ? in A"_s, u"assign 14: B = ?"_s,
            u"assign 14: return = five() in B.v"_s, u"assign 16: inner = ? in outer"_s,
            u"assign 21: api = {list: ?, show: ?, drop: ?}"_s, u"assign 21: return = fifteen(id) in drop"_s,
            u"assign 22: exports.wrapped = asyncHandler(?)"_s, u"assign 23: module.exports = ?"_s,
            u"call 2: make() -> field in A"_s, u"call 3: begin() in A"_s, u"call 6: one() in A.m if [if p > 1]"_s,
            u"call 7: two() in A.m if [else of p > 1 | if p]"_s,
            u"call 9: three() in A.m if [else of p > 1 | else of p]"_s, u"call 12: four() in A.handle"_s,
            u"call 14: mixin(A)"_s, u"call 14: five() in B.v"_s, u"call 16: six() in inner"_s,
            u"call 17: list.forEach(?) in outer"_s, u"call 17: seven(x) in outer"_s,
            u"call 18: eight() in outer if [try]"_s, u"call 18: nine() in outer if [catch error]"_s,
            u"call 18: ten() in outer"_s, u"call 19: eleven() in outer if [case 'b']"_s,
            u"call 19: twelve() in outer if [default]"_s, u"call 21: thirteen() in list"_s,
            u"call 21: fourteen() in show"_s, u"call 21: fifteen(id) in drop"_s,
            u"call 22: asyncHandler(?) -> exports.wrapped"_s, u"call 22: sixteen() in wrapped"_s,
            u"call 23: seventeen()"_s, u"def 4: m(p) in A"_s, u"def 12: handle() in A"_s, u"def 14: v() in B"_s,
            u"def 15: outer()"_s, u"def 16: inner() in outer"_s, u"def 21: list()"_s, u"def 21: show()"_s,
            u"def 21: drop(id)"_s, u"def 22: wrapped(req, res)"_s, u"def 23: ()"_s}));
}

QTEST_GUILESS_MAIN(TestJavaScriptFactsValues)
#include "tst_javascriptfactsvalues.moc"
