const Router = require('@koa/router');
const service = require('../services/tags');

const router = new Router({ prefix: '/api' });
router.get('/tags', (ctx) => {
  ctx.body = { tags: service.names() };
});
module.exports = router;
