module.exports = async function (fastify, opts) {
  fastify.get('/', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, listArticles);
  fastify.get('/feed', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, feedArticles);
  fastify.get('/:slug', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, getArticle);
  fastify.post('/', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, createArticle);
  fastify.put('/:slug', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, updateArticle);
  fastify.delete('/:slug', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, deleteArticle);
  fastify.post('/:slug/comments', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, addComment);
  fastify.get('/:slug/comments', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, listComments);
  fastify.delete('/:slug/comments/:id', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, deleteComment);
  fastify.post('/:slug/favorite', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, favoriteArticle);
  fastify.delete('/:slug/favorite', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, unfavoriteArticle);
};

async function listArticles(request, reply) {
  return {};
}

async function feedArticles(request, reply) {
  return {};
}

async function getArticle(request, reply) {
  return {};
}

async function createArticle(request, reply) {
  return {};
}

async function updateArticle(request, reply) {
  return {};
}

async function deleteArticle(request, reply) {
  return {};
}

async function addComment(request, reply) {
  return {};
}

async function listComments(request, reply) {
  return {};
}

async function deleteComment(request, reply) {
  return {};
}

async function favoriteArticle(request, reply) {
  return {};
}

async function unfavoriteArticle(request, reply) {
  return {};
}
