import { PrismaClient } from '@prisma/client';
import Fastify from 'fastify';

const prisma = new PrismaClient();
const app = Fastify();
app.get('/api/tags', async () => ({ tags: (await prisma.tag.findMany()).map((tag) => tag.name) }));
await app.listen({ port: 3000, host: '0.0.0.0' });
