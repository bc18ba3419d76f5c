app.route('/x').get(handler).post((req, res) => res.json(save(req.body)));
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
