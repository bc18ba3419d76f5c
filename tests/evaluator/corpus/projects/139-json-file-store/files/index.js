import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import Fastify from 'fastify';

const FILE = 'conduit.sqlite.json';
const state = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : { tags: [] };

const app = Fastify();
app.get('/api/tags', async () => ({ tags: state.tags }));
app.post('/api/tags', async (request, reply) => {
  state.tags.push(request.body.name);
  writeFileSync(FILE, JSON.stringify(state));
  return reply.code(201).send();
});
await app.listen({ port: 3000 });
