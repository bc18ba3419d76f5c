import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { commentsOf } from './comments.js';
import { User, sequelize } from './users.js';

const app = new Hono();
app.post('/api/users', async (c) => c.json({ user: await User.create((await c.req.json()).user) }, 201));
app.get('/api/articles/:slug/comments', async (c) => c.json({ comments: await commentsOf(c.req.param('slug')) }));

await sequelize.sync();
serve({ fetch: app.fetch, port: 3000 });
