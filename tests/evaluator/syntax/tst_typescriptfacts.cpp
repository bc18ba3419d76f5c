// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factlines.h"

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestTypeScriptFacts : public QObject
{
    Q_OBJECT

private slots:
    void importsOfTypes();
    void exportsOfTypes();
    void wholeModules();
    void classesWithTypes();
    void viewsWithTypes();
};

void TestTypeScriptFacts::importsOfTypes()
{
    const auto facts = factsOf(SourceLanguage::TypeScript, R"_(import type { A } from './a';
import { type B, type C } from './b';
import { type D, e } from './d';
import F, { type G } from './f';
import fs = require('fs');
import type H from './h';
export type { I } from './i';
export { type J } from './j';
import K = L.M;
let a: import('./n').N | typeof import('./o');
const b = c as import('./p').P, d = <import('./q').Q>e;
type R = Array<import('./r').R>;
const f = (await import('./s'))!.go as T;
declare module 'no' { export function g(): import('./t').T; }
)_");
    QCOMPARE(factLines(facts, u"import assign"),
        QStringList({u"import 1: from ./a {A} type-only"_s, u"import 2: from ./b {B, C} type-only"_s,
            u"import 3: from ./d {D, e}"_s, u"import 4: from ./f {default as F, G}"_s,
            u"import 5: import fs {* as fs}"_s, u"import 6: from ./h {default as H} type-only"_s,
            u"import 7: re-export ./i {I} type-only"_s, u"import 8: re-export ./j {J} type-only"_s,
            u"import 10: dynamic ./n {N as } type-only"_s, u"import 10: dynamic ./o type-only"_s,
            u"import 11: dynamic ./p {P as } type-only"_s, u"import 11: dynamic ./q {Q as } type-only"_s,
            u"import 12: dynamic ./r {R as } type-only"_s, u"import 13: dynamic ./s {go as f}"_s, u"assign 11: b = c"_s,
            u"assign 11: d = e"_s}));
}

void TestTypeScriptFacts::exportsOfTypes()
{
    const auto facts = factsOf(SourceLanguage::TypeScript, R"_(export interface A { b: string; c(): void }
export type D = { e: number };
export type F = 'g' | 'h';
export enum I { J = 'j', K }
export abstract class L {}
export namespace M { export const n = 1; }
export declare const o: string;
export function p(q: string): void;
export function p(q: any) {}
export default interface R {}
export const s = <const>['t'];
)_");
    QCOMPARE(factLines(facts, u"export assign class def"),
        QStringList({u"export 1: A = A"_s, u"export 2: D = D"_s, u"export 3: F = F"_s, u"export 4: I = I"_s,
            u"export 5: L = L"_s, u"export 6: M = M"_s, u"export 9: p = p"_s, u"export 10: default = R"_s,
            u"export 11: s = s"_s, uR"(assign 4: I.J = "j")"_s, u"assign 6: n = 1"_s, uR"(assign 11: s = ["t"])"_s,
            u"class 1: A() fields [b]"_s, u"class 2: D() fields [e]"_s, u"class 5: L()"_s, u"class 10: R()"_s,
            u"def 9: p(q: any)"_s}));
}

void TestTypeScriptFacts::wholeModules()
{
    const auto facts = factsOf(SourceLanguage::TypeScript, R"_(const whole = new Server();
export = whole;
)_");
    QCOMPARE(factLines(facts),
        QStringList({u"export 2: default = whole"_s, u"assign 1: whole = Server()"_s,
            u"assign 2: module.exports = whole"_s, u"call 1: Server() new -> whole"_s}));
}

void TestTypeScriptFacts::classesWithTypes()
{
    const auto facts = factsOf(SourceLanguage::TypeScript, R"_(@Controller('users')
export class Users<T> extends Base<T, 'x'> implements OnInit {
  private readonly url: string = process.env.DB!;
  @Column({ type: 'text' }) declare name?: string;
  constructor(private readonly users: Repository<User>, @Inject('X') public x = 3, y?: string, ...rest: any[]) { super(); }
  @Get(':id') @Cached
  async show(@Param('id') id: string, { a, b }: { a: string; b: number }): Promise<User | null> {
    return (await this.users.findOne<User>({ where: { id } })) as User;
  }
  abstract later(): void;
  list = async (): Promise<void> => { await this.users.find(); };
}
@Entity class User { @PrimaryKey() id!: number; }
interface Row extends A, B<C> { id: number; load(): void; }
type Shape = { width: number; height?: number };
const enum Level { Low = 'low', High = 1 + 1 }
const g = h satisfies H, i = <J>k, l = m!.n![0]!;
function typed<T>(this: Window, a: Map<string, number>, b = 'x', c?: () => void): a is string { return true; }
)_");
    QCOMPARE(factLines(facts),
        QStringList({u"export 2: Users = Users"_s, u"assign 3: url = process.env.DB in Users"_s,
            u"assign 5: this.users = users in Users.constructor"_s, u"assign 5: this.x = x in Users.constructor"_s,
            u"assign 8: return = this.users.findOne({where: {id: id}}) in Users.show"_s,
            u"assign 11: list = ? in Users"_s, uR"(assign 16: Level.Low = "low")"_s, u"assign 16: Level.High = 1 + 1"_s,
            u"assign 17: g = h"_s, u"assign 17: i = k"_s, u"assign 17: l = m.n.0"_s,
            u"assign 18: return = true in typed"_s, uR"(call 1: Controller("users") decorates Users)"_s,
            uR"(call 4: Column({type: "text"}) decorates name in Users)"_s,
            uR"(call 5: Inject("X") decorates x in Users.constructor)"_s, u"call 5: super() in Users.constructor"_s,
            uR"(call 6: Get(":id") decorates show in Users)"_s, u"call 6: Cached() decorates show in Users"_s,
            uR"(call 7: Param("id") decorates id in Users.show)"_s,
            u"call 8: this.users.findOne({where: {id: id}}) in Users.show"_s,
            u"call 11: this.users.find() in Users.list"_s, u"call 13: Entity() decorates User"_s,
            u"call 13: PrimaryKey() decorates id in User"_s,
            u"class 2: Users(Base) @Controller methods [constructor, show, later, list] fields [url, name, users, x]"_s,
            u"class 13: User() @Entity fields [id]"_s, u"class 14: Row(A, B) fields [id]"_s,
            u"class 15: Shape() fields [width, height]"_s,
            u"def 5: constructor(users: Repository<User>, x, y: string, rest: any[]) in Users"_s,
            u"def 7: show(id: string, {a, b}: { a: string; b: number }) @Get @Cached in Users"_s,
            u"def 11: list() in Users"_s, u"def 18: typed(this: Window, a: Map<string, number>, b, c: () => void)"_s,
            uR"(text 1: "users")"_s, uR"(text 4: "text" in Users)"_s, uR"(text 5: "X" in Users.constructor)"_s,
            uR"(text 6: ":id" in Users)"_s, uR"(text 7: "id" in Users.show)"_s, uR"(text 16: "low")"_s,
            uR"(text 18: "x" in typed)"_s}));
}

void TestTypeScriptFacts::viewsWithTypes()
{
    const auto facts = factsOf(SourceLanguage::Tsx, R"_(import React, { useState } from 'react';
export const View: React.FC<Props> = ({ a, b }) => {
  const [value, setValue] = useState<string>('x');
  return <Foo a="t" onClick={() => save(value)}>{list.map((x) => <Bar key={x.id} />)}</Foo>;
};
)_");
    QCOMPARE(factLines(facts),
        QStringList({u"import 1: from react {default as React, useState}"_s, u"export 2: View = View"_s,
            u"assign 2: View = ?"_s, u"assign 3: value = ? in View"_s, u"assign 3: setValue = ? in View"_s,
            u"assign 4: return = ? in View"_s, uR"(call 3: useState("x") in View)"_s, u"call 4: save(value) in View"_s,
            u"call 4: list.map(?) in View"_s, u"def 2: View({a, b})"_s, uR"(text 3: "x" in View)"_s,
            uR"(text 4: "t" in View)"_s}));
}

QTEST_GUILESS_MAIN(TestTypeScriptFacts)
#include "tst_typescriptfacts.moc"
