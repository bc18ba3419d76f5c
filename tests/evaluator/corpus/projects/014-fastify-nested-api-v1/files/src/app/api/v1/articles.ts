import type { FastifyPluginAsync } from 'fastify';
import { ArticleService } from '../../core/services/article-service.js';

export const articlesPlugin: FastifyPluginAsync = async (app) => {
  const service = new ArticleService();
  app.get<{ Params: { slug: string } }>('/articles/:slug', async (request, reply) => {
    const article = service.bySlug(request.params.slug);
    if (!article) return reply.code(404).send({ errors: { article: ['not found'] } });
    return { article };
  });
};
