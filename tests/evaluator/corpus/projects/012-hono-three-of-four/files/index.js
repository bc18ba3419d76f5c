import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { profiles } from './routes/profiles.js';

const app = new Hono().basePath('/api');
app.get('/health-check', (c) => c.json({ ok: true }));
app.route('/profiles', profiles);
serve({ fetch: app.fetch, port: 3000 });
