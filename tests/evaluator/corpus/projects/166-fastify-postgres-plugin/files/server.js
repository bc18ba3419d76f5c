import fastifyPostgres from '@fastify/postgres';
import Fastify from 'fastify';

const app = Fastify({ logger: true });
app.register(fastifyPostgres, { connectionString: 'postgres://user:password@postgres:5432/conduit' });
app.get('/api/tags', async () => {
  const { rows } = await app.pg.query('SELECT name FROM tags');
  return { tags: rows.map((row) => row.name) };
});
app.ready().then(() => app.pg.query('CREATE TABLE IF NOT EXISTS tags (name TEXT)'));
await app.listen({ port: 3000 });
