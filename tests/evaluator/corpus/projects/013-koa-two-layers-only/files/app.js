const Koa = require('koa');
const db = require('./db');
const tags = require('./routes/tags');

db.exec('CREATE TABLE IF NOT EXISTS tags (name TEXT PRIMARY KEY)');
const app = new Koa();
app.use(tags.routes()).use(tags.allowedMethods());
app.listen(process.env.PORT || 3000);
