import { Database } from 'bun:sqlite';
import { Hono } from 'hono';

const db = new Database('conduit.db', { create: true });
db.run('CREATE TABLE IF NOT EXISTS tags (name TEXT)');

const app = new Hono();
app.get('/api/tags', (c) => c.json({ tags: db.query('SELECT name FROM tags').all() }));

export default { port: 3000, fetch: app.fetch };
