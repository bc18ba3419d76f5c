const Router = require('@koa/router');
const tags = require('./services/tags');

const router = new Router({ prefix: '/api' });
router.get('/tags', async (ctx) => {
  ctx.body = { tags: await tags.names() };
});
module.exports = router;
