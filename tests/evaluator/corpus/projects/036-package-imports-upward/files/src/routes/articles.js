import Router from '@koa/router';
import { recent } from '#rules/articles.js';

export const articles = new Router({ prefix: '/api' });
articles.get('/articles', (ctx) => {
  ctx.body = { articles: recent(Number(ctx.query.limit ?? 20)) };
});
