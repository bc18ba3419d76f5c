import Router from '@koa/router';
import { register } from '../services/users.js';

export const users = new Router({ prefix: '/api' });
users.post('/users', async (ctx) => {
  const user = await register(ctx.request.body.user);
  ctx.status = 201;
  ctx.body = { user: { email: user.email, username: user.username } };
});
