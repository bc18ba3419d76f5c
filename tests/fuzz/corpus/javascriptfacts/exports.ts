export interface A { b: string; c(): void }
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
