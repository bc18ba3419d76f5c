const Router = require('@koa/router');
const registerUser = require('../use-cases/register-user');

const router = new Router({ prefix: '/api' });
router.get('/health-check', (ctx) => { ctx.body = { ok: true }; });
router.post('/users', async (ctx) => {
  const { user } = ctx.request.body;
  ctx.status = 201;
  ctx.body = { user: registerUser(user) };
});

module.exports = router;
