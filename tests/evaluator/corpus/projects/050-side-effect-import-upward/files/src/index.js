import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import articles from './routes/articles.js';

serve({ fetch: new Hono().route('/api/articles', articles).fetch, port: 3000 });
