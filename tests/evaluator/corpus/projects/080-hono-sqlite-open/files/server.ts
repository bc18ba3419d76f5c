import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { database } from './db';

const app = new Hono();
app.get('/api/tags', async (c) => {
  const rows = await (await database()).all<{ name: string }[]>('SELECT name FROM tags');
  return c.json({ tags: rows.map((row) => row.name) });
});
serve({ fetch: app.fetch, port: 3000 });
