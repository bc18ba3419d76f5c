import type { FastifyInstance } from 'fastify';
import { TagService } from '../services/tag.service.js';

export async function tagRoutes(app: FastifyInstance): Promise<void> {
  const tags = new TagService();

  app.get('/tags', async (_request, reply) => {
    const names = await tags.popular(20);
    return reply.send({ tags: names });
  });
}
