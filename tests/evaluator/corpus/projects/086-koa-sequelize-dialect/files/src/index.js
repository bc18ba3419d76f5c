import Koa from 'koa';
import Router from '@koa/router';
import { Comment } from './comment.js';
import { sequelize } from './database.js';

const router = new Router({ prefix: '/api' });
router.get('/comments', async (ctx) => {
  const comments = await Comment.findAll({ order: [['id', 'DESC']] });
  ctx.body = { comments: comments.map((comment) => comment.toView()) };
});

await sequelize.sync();
new Koa().use(router.routes()).listen(3000);
