const Router = require('@koa/router');
const { tagService } = require('../services');

const router = new Router({ prefix: '/api' });
router.get('/tags', (ctx) => { ctx.body = { tags: tagService.names() }; });
module.exports = router;
