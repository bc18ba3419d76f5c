import type { FastifyInstance } from 'fastify';
import { tagsByName } from '../services';

export async function tagRoutes(app: FastifyInstance) {
  app.get('/tags', async () => ({ tags: tagsByName() }));
}
