const Router = require('@koa/router');
const tagRepository = require('../repositories/tags');
const { summary } = require('../services/stats');

const router = new Router({ prefix: '/api' });
router.get('/tags', (ctx) => { ctx.body = { tags: tagRepository.all() }; });
router.get('/stats', (ctx) => { ctx.body = summary(); });
module.exports = router;
