const Database = require('better-sqlite3');
const Koa = require('koa');

const db = new Database('conduit.db');
db.pragma('foreign_keys = ON');
db.exec('CREATE TABLE IF NOT EXISTS tags (name TEXT)');
const names = db.prepare('SELECT name FROM tags');

new Koa()
  .use((ctx) => {
    ctx.body = { tags: names.all().map((row) => row.name) };
  })
  .listen(3000);
