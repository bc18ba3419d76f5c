import Fastify from 'fastify';
import { pool, createSchema } from './config/postgres.js';
import { tagRoutes } from './routes/tag.routes.js';

const app = Fastify({ logger: true });

app.get('/api/health-check', async () => ({ ok: true }));
await app.register(tagRoutes, { prefix: '/api' });
app.addHook('onClose', async () => pool.end());

await createSchema();
await app.listen({ host: '0.0.0.0', port: Number(process.env.PORT ?? 3000) });
