import Fastify from 'fastify';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { Pool } from 'pg';

const tags = pgTable('tags', { name: text('name').primaryKey() });
const db = drizzle(new Pool({ connectionString: 'postgresql://user:password@postgres:5432/conduit' }));

const app = Fastify();
app.get('/api/tags', async () => ({ tags: (await db.select().from(tags)).map((tag) => tag.name) }));
app.listen({ port: 3000 });
