import Fastify from 'fastify';
import { sequelize, Tag } from './db';

const app = Fastify();
app.get('/api/tags', async () => ({ tags: (await Tag.findAll()).map((tag) => tag.get('name')) }));

await sequelize.sync();
await app.listen({ port: 3000 });
