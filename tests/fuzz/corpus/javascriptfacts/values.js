const a = 'it\'s \x41\u{42}\u0043\n', b = `plain`, c = `a${x.y}b${f(1)}`, d = 'a' + b + "c" + 1;
const e = process.env.X ?? 'y', f = process.env['X-Y'] || "z" || w, g = k ? 'one' : 'two', h = x && 'last';
const i = [1, -2, 'c', ...more], j = { a: 1, 'b-c': true, [`d`]: null, [e]: 2, f, ...g, h() {}, 3: undefined };
const k = new Pool({ host: 'h' }), l = await connect(url, ...rest), m = a?.b?.['c'].d, n = config[env].url;
const o = () => 1, p = function () {}, q = /x/g, r = class {}, s = !a, t = typeof a, u = (1, 'second');
const v = connect('x').models.User, w = knex('t').where({ a }).first(), x = +process.env.PORT, y = void 0;
const z = require('pg').native('x');
