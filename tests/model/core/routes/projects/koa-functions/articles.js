const handlers = require('./handlers');
module.exports = (router) => {
  router.get('/articles', handlers.requireUser, handlers.listArticles);
  router.get('/articles/feed', handlers.requireUser, handlers.feedArticles);
  router.get('/articles/:slug', handlers.requireUser, handlers.getArticle);
  router.post('/articles', handlers.requireUser, handlers.createArticle);
  router.put('/articles/:slug', handlers.requireUser, handlers.updateArticle);
  router.delete('/articles/:slug', handlers.requireUser, handlers.deleteArticle);
  router.post('/articles/:slug/comments', handlers.requireUser, handlers.addComment);
  router.get('/articles/:slug/comments', handlers.requireUser, handlers.listComments);
  router.delete('/articles/:slug/comments/:id', handlers.requireUser, handlers.deleteComment);
  router.post('/articles/:slug/favorite', handlers.requireUser, handlers.favoriteArticle);
  router.delete('/articles/:slug/favorite', handlers.requireUser, handlers.unfavoriteArticle);
  router.get('/tags', handlers.requireUser, handlers.listTags);
};
