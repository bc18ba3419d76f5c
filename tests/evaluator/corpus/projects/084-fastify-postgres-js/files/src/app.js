import Fastify from 'fastify';
import { sql } from './db.js';

const app = Fastify();
await sql`CREATE TABLE IF NOT EXISTS tags (name TEXT)`;
app.get('/api/tags', async () => ({ tags: (await sql`SELECT name FROM tags`).map((row) => row.name) }));
await app.listen({ port: 3000 });
