const Koa = require('koa');
const { addUser, users } = require('./store');

const app = new Koa();
app.use(async (ctx) => {
  if (ctx.path === '/api/users' && ctx.method === 'POST') addUser({ email: ctx.query.email });
  ctx.body = { users: users() };
});
app.listen(3000);
