const Koa = require('koa');
const Router = require('koa-router');
const app = new Koa();
const router = new Router();
router.prefix('/api');
require('./articles')(router);
require('./accounts').register(router);
app.use(router.routes()).use(router.allowedMethods());
module.exports = app;
