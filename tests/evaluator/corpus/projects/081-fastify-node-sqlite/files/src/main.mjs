import { DatabaseSync } from 'node:sqlite';
import Fastify from 'fastify';

const database = new DatabaseSync('conduit.db');
database.exec('CREATE TABLE IF NOT EXISTS tags (name TEXT PRIMARY KEY) STRICT');

const app = Fastify();
app.get('/api/tags', () => ({ tags: database.prepare('SELECT name FROM tags').all().map(({ name }) => name) }));
await app.listen({ port: 3000 });
