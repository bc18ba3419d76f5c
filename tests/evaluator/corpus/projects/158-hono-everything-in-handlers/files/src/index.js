import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { tags } from './handlers/tags.js';
import { users } from './handlers/users.js';

const app = new Hono();
app.route('/api/tags', tags);
app.route('/api/users', users);
serve({ fetch: app.fetch, port: 3000 });
