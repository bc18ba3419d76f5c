const base = '/api' + '/articles';
export default async function articles(app) {
  app.route({
    method: 'GET',
    url: `${base}`,
    async handler(request, reply) { // listArticles
      return {};
    },
  });
  app.route({
    method: 'GET',
    url: `${base}/feed`,
    async handler(request, reply) { // feedArticles
      return {};
    },
  });
  app.route({
    method: 'GET',
    url: `${base}/:slug`,
    async handler(request, reply) { // getArticle
      return {};
    },
  });
  app.route({
    method: 'POST',
    url: `${base}`,
    async handler(request, reply) { // createArticle
      return {};
    },
  });
  app.route({
    method: 'PUT',
    url: `${base}/:slug`,
    async handler(request, reply) { // updateArticle
      return {};
    },
  });
  app.route({
    method: 'DELETE',
    url: `${base}/:slug`,
    async handler(request, reply) { // deleteArticle
      return {};
    },
  });
  app.route({
    method: 'POST',
    url: `${base}/:slug/comments`,
    async handler(request, reply) { // addComment
      return {};
    },
  });
  app.route({
    method: 'GET',
    url: `${base}/:slug/comments`,
    async handler(request, reply) { // listComments
      return {};
    },
  });
  app.route({
    method: 'DELETE',
    url: `${base}/:slug/comments/:id`,
    async handler(request, reply) { // deleteComment
      return {};
    },
  });
  app.route({
    method: 'POST',
    url: `${base}/:slug/favorite`,
    async handler(request, reply) { // favoriteArticle
      return {};
    },
  });
  app.route({
    method: 'DELETE',
    url: `${base}/:slug/favorite`,
    async handler(request, reply) { // unfavoriteArticle
      return {};
    },
  });
  app.get('/api/tags', { handler: listTags });
}

const listTags = async () => ({ tags: [] });
