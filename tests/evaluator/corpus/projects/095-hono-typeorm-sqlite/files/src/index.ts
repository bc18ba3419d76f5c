import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { source } from './data-source';
import { Tag } from './tag.entity';

const app = new Hono();
app.get('/api/tags', async (c) => c.json({ tags: (await source.getRepository(Tag).find()).map((tag) => tag.name) }));

source.initialize().then(() => serve({ fetch: app.fetch, port: 3000 }));
