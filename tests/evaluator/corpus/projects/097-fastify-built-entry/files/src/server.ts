import Fastify from 'fastify';
import { client } from './client.js';

const app = Fastify();
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS tags (name TEXT)');
app.get('/api/tags', async () => ({ tags: (await client.query('SELECT name FROM tags')).rows }));
await app.listen({ port: 3000 });
