import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { store } from './store';

const app = new Hono();
app.get('/api/tags', async (c) => c.json({ tags: await store.tags() }));
serve({ fetch: app.fetch, port: 3000 });
