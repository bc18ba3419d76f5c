import { publishArticle, readArticle } from '../business/articles.js';

export default async function articleEndpoints(server) {
  server.post('/articles', async (request, reply) => {
    reply.code(201);
    return { article: publishArticle(request.body.article) };
  });
  server.get('/articles/:slug', async (request) => ({ article: readArticle(request.params.slug) }));
}
