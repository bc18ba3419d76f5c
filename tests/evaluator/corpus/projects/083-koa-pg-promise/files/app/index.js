const Koa = require('koa');
const pgp = require('pg-promise')({ capSQL: true });

const db = pgp(process.env.DATABASE_URL || 'postgres://user:password@postgres:5432/conduit');
const app = new Koa();
app.use(async (ctx) => {
  if (ctx.path !== '/api/tags') ctx.throw(404);
  ctx.body = { tags: await db.map('SELECT name FROM tags', [], (row) => row.name) };
});

db.none('CREATE TABLE IF NOT EXISTS tags (name TEXT)').then(() => app.listen(3000));
