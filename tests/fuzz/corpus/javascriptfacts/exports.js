export { a as b, default } from './x';
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
