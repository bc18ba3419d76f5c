const Router = require('@koa/router');
const db = require('../db');
const { toTag } = require('../models/tag');

const router = new Router({ prefix: '/api' });
router.get('/tags', (ctx) => {
  ctx.body = { tags: db.prepare('SELECT name FROM tags').all().map(toTag) };
});
module.exports = router;
