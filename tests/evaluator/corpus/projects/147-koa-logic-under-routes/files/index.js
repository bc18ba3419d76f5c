const Koa = require('koa');
const router = require('./routes/tags');

new Koa().use(router.routes()).listen(3000);
