import type { A } from './a';
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
