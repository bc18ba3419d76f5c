import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import knex from 'knex';

const db = knex({
  client: 'pg',
  connection: { host: 'postgres', user: 'user', password: 'password', database: 'conduit' },
  pool: { min: 0, max: 5 },
});

if (!(await db.schema.hasTable('tags'))) await db.schema.createTable('tags', (table) => table.string('name').primary());

const app = new Hono();
app.get('/api/tags', async (c) => c.json({ tags: await db('tags').pluck('name') }));
serve({ fetch: app.fetch, port: 3000 });
