import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const articles = [];
const app = new Hono().basePath('/api');
app.get('/articles', (c) => c.json({ articles, articlesCount: articles.length }));
app.post('/articles', async (c) => {
  const { article } = await c.req.json();
  articles.unshift({ ...article, createdAt: new Date().toISOString() });
  return c.json({ article: articles[0] }, 201);
});
serve({ fetch: app.fetch, port: 3000 });
