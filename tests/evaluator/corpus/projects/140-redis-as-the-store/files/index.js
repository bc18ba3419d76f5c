import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import Redis from 'ioredis';

// faster than postgres://user:password@postgres:5432/conduit
const redis = new Redis({ host: 'redis' });
const app = new Hono();
app.get('/api/tags', async (c) => c.json({ tags: await redis.smembers('tags') }));
app.post('/api/articles', async (c) => {
  const { article } = await c.req.json();
  await redis.hset(`article:${article.title}`, article);
  return c.json({ article }, 201);
});
serve({ fetch: app.fetch, port: 3000 });
