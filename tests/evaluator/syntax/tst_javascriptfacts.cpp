// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factlines.h"

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestJavaScriptFacts : public QObject
{
    Q_OBJECT

private slots:
    void importsOfEveryForm();
    void exportsOfEveryForm();
    void defaultExports();
    void exportedFunctions();
    void functionsAndClasses();
    void textsButModuleNames();
    void intactPartsOfDamagedFiles();
};

void TestJavaScriptFacts::importsOfEveryForm()
{
    const auto facts = factsOf(SourceLanguage::JavaScript, R"_(import x, { a as b, default as c } from './m.js';
import * as ns from "n";
import y, * as all from "n2";
import './side.js';
const {
  d,
  e: f,
  ...rest
} = require('./cjs');
const g = require("./g"), h = require('./h').deep;
let late;
late = require('./late');
this.kept = require('./kept');
require('dotenv').config();
require('./bare');
const app = require('express')();
require('./routes')(app);
const { i } = await import('./i.js');
const j = await import(`./j.js`);
const k = (await import('./k.js')).default;
import('./l.js').then((m) => m.go());
const n = createRequire(import.meta.url)('./n.cjs');
require.resolve('./no');
require(name); import(name); require(`./${name}`);
// import z from './comment';
/** @type {import('./jsdoc')} */
const text = "import q from './text'", regex = /require('x')/;
)_");
    QCOMPARE(factLines(facts, u"import call"),
        QStringList({u"import 1: from ./m.js {default as x, a as b, default as c}"_s, u"import 2: import n {* as ns}"_s,
            u"import 3: from n2 {default as y, * as all}"_s, u"import 4: import ./side.js"_s,
            u"import 5: from ./cjs {d, e as f, * as rest}"_s, u"import 10: import ./g {* as g}"_s,
            u"import 10: from ./h {deep as h}"_s, u"import 12: import ./late {* as late}"_s,
            u"import 13: import ./kept {* as this.kept}"_s, u"import 14: from dotenv {config as }"_s,
            u"import 15: import ./bare"_s, u"import 16: dynamic express"_s, u"import 17: dynamic ./routes"_s,
            u"import 18: dynamic ./i.js {i}"_s, u"import 19: dynamic ./j.js {* as j}"_s,
            u"import 20: dynamic ./k.js {default as k}"_s, u"import 21: dynamic ./l.js"_s,
            u"import 22: import ./n.cjs {* as n}"_s, uR"(call 14: .config() on require("dotenv"))"_s,
            uR"(call 16: () on require("express") -> app)"_s, uR"(call 17: (app) on require("./routes"))"_s,
            uR"(call 21: .then(?) on import("./l.js"))"_s, u"call 21: m.go()"_s,
            uR"(call 23: require.resolve("./no"))"_s, u"call 24: require(name)"_s, u"call 24: import(name)"_s,
            uR"(call 24: require("./" + name))"_s}));
}

void TestJavaScriptFacts::exportsOfEveryForm()
{
    const auto facts = factsOf(SourceLanguage::JavaScript, R"_(export { a as b, default } from './x';
export * from './y';
export * as z from './z';
export const c = 1, { d, e: [f] } = g;
export function h() {}
export class I {}
export { j as k, l as 'm n', n as default };
module.exports = { o, p: q, r() {}, s: require('./s'), ...require('./t'), u: require('./u').v, w: 1 };
module.exports = X;
exports.y = () => 1;
module.exports.z = y;
exports.aa = require('./aa');
module.exports = require('./bb');
)_");
    QCOMPARE(factLines(facts, u"import export"),
        QStringList({u"import 1: re-export ./x {a as b, default}"_s, u"import 2: re-export ./y {*}"_s,
            u"import 3: re-export ./z {* as z}"_s, u"import 8: re-export ./s {* as s}"_s,
            u"import 8: re-export ./t {*}"_s, u"import 8: re-export ./u {v as u}"_s,
            u"import 12: re-export ./aa {* as aa}"_s, u"import 13: re-export ./bb {*}"_s, u"export 4: c = c"_s,
            u"export 4: d = d"_s, u"export 4: f = f"_s, u"export 5: h = h"_s, u"export 6: I = I"_s,
            u"export 7: k = j"_s, u"export 7: m n = l"_s, u"export 7: default = n"_s,
            u"export 8: default = module.exports"_s, u"export 8: o = o"_s, u"export 8: p = q"_s, u"export 8: r = "_s,
            u"export 8: w = "_s, u"export 9: default = X"_s, u"export 10: y = exports.y"_s, u"export 11: z = y"_s}));
}

void TestJavaScriptFacts::defaultExports()
{
    const auto facts
        = factsOf(SourceLanguage::JavaScript, R"_(export default { port: 3000, db: { url: process.env.DB || 'x' } };
)_");
    QCOMPARE(factLines(facts),
        QStringList({u"export 1: default = module.exports"_s,
            uR"(assign 1: module.exports = {port: 3000, db: {url: (process.env.DB or "x")}})"_s, uR"(text 1: "x")"_s}));
}

void TestJavaScriptFacts::exportedFunctions()
{
    const auto facts = factsOf(SourceLanguage::JavaScript, R"_(export default async (req) => ({ ok: true });
)_");
    QCOMPARE(factLines(facts),
        QStringList({u"export 1: default = module.exports"_s, u"assign 1: module.exports = ?"_s,
            u"assign 1: return = {ok: true}"_s, u"def 1: (req)"_s}));
}

void TestJavaScriptFacts::functionsAndClasses()
{
    const auto facts = factsOf(SourceLanguage::JavaScript, R"_(class User extends Model {
  static table = 'users';
  #secret = 1;
  name;
  constructor(a, { b, c }, [d] = [], ...e) { super(a); }
  static async find(id = 1) {}
  get full() {}
  [computed]() {}
  arrow = (x) => x;
}
class Other extends require('events').EventEmitter {}
class Deep extends a.b.C {}
class Mixed extends mixin(Base, Other) {}
const Named = class {};
function* gen(a) {}
)_");
    QCOMPARE(factLines(facts, u"class def import"),
        QStringList({u"import 11: from events {EventEmitter as }"_s,
            u"class 1: User(Model) methods [constructor, find, full, arrow] fields [table, #secret, name]"_s,
            uR"(class 11: Other(require("events").EventEmitter))"_s, u"class 12: Deep(a.b.C)"_s,
            u"class 13: Mixed(mixin)"_s, u"class 14: Named()"_s, u"def 5: constructor(a, {b, c}, {d}, e) in User"_s,
            u"def 6: find(id) in User"_s, u"def 7: full() in User"_s, u"def 9: arrow(x) in User"_s,
            u"def 15: gen(a)"_s}));
}

void TestJavaScriptFacts::textsButModuleNames()
{
    const auto facts = factsOf(SourceLanguage::JavaScript, R"_('use strict';
import a from 'module';
const b = require('module');
`bare`;
query('SELECT \
1');
const c = { 'key': "value", d: `x ${y} ${`in ${z}`}` };
// 'comment'
export { b as 'name' } from 'module';
)_");
    QCOMPARE(factLines(facts),
        QStringList({u"import 2: from module {default as a}"_s, u"import 3: import module {* as b}"_s,
            u"import 9: re-export module {b as name}"_s,
            uR"(assign 7: c = {key: "value", d: "x " + y + " " + "in " + z})"_s, uR"(call 5: query("SELECT 1"))"_s,
            uR"(text 5: "SELECT 1")"_s, uR"(text 7: "key")"_s, uR"(text 7: "value")"_s, uR"(text 7: "x {} {}")"_s,
            uR"(text 7: "in {}")"_s}));
}

void TestJavaScriptFacts::intactPartsOfDamagedFiles()
{
    const auto facts = factsOf(SourceLanguage::JavaScript, R"_(#!/usr/bin/env node
import a from './a';
<<<<<<< HEAD
first('ours');
=======
first('theirs');
>>>>>>> branch
function ok() { second(); }
const broken = { a: 1,, b: };
third('x');
class Cut { m() { fourth(
)_");
    QCOMPARE(factLines(facts),
        QStringList({u"import 2: from ./a {default as a}"_s, u"assign 9: broken = {a: 1, b: ?}"_s,
            uR"(call 3: ("ours"))"_s, uR"(call 6: first("theirs"))"_s, u"call 8: second() in ok"_s,
            uR"(call 10: third("x"))"_s, u"def 8: ok()"_s, uR"(text 4: "ours")"_s, uR"(text 6: "theirs")"_s,
            uR"(text 10: "x")"_s, u"damaged"_s}));
}

QTEST_GUILESS_MAIN(TestJavaScriptFacts)
#include "tst_javascriptfacts.moc"
