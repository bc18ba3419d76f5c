import type { FastifyInstance } from 'fastify';
import { TagService } from '../services/index.js';

export async function tagRoutes(app: FastifyInstance): Promise<void> {
  const tags = new TagService();
  app.get('/tags', async () => ({ tags: await tags.popular(20) }));
}
