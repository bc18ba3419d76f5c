const Koa = require('koa');
const Router = require('@koa/router');
const sqlite3 = require('sqlite3').verbose();

const db = new sqlite3.Database('conduit.db', (err) => {
  if (err) throw err;
});
db.run('CREATE TABLE IF NOT EXISTS tags (name TEXT PRIMARY KEY)');

const all = (sql, params = []) =>
  new Promise((resolve, reject) => db.all(sql, params, (err, rows) => (err ? reject(err) : resolve(rows))));

const router = new Router({ prefix: '/api' });
router.get('/tags', async (ctx) => {
  ctx.body = { tags: (await all('SELECT name FROM tags')).map((row) => row.name) };
});
new Koa().use(router.routes()).listen(3000);
