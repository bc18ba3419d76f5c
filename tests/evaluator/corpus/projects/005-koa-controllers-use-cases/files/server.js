const Koa = require('koa');
const bodyParser = require('koa-bodyparser');
const users = require('./lib/controllers/users');

const app = new Koa();
app.use(bodyParser());
app.use(users.routes());
app.listen(3000);
