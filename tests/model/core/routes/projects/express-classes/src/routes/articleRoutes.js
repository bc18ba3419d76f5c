import { Router } from 'express';

export default function createArticleRoutes(controller) {
  const router = Router();
  router.get(
    '/',
    controller.listArticles.bind(controller),
  );
  router.get(
    '/feed',
    controller.feedArticles.bind(controller),
  );
  router.get(
    '/:slug',
    controller.getArticle.bind(controller),
  );
  router.post(
    '/',
    controller.createArticle.bind(controller),
  );
  router.put(
    '/:slug',
    controller.updateArticle.bind(controller),
  );
  router.delete(
    '/:slug',
    controller.deleteArticle.bind(controller),
  );
  router.post(
    '/:slug/comments',
    controller.addComment.bind(controller),
  );
  router.get(
    '/:slug/comments',
    controller.listComments.bind(controller),
  );
  router.delete(
    '/:slug/comments/:id',
    controller.deleteComment.bind(controller),
  );
  router.post(
    '/:slug/favorite',
    controller.favoriteArticle.bind(controller),
  );
  router.delete(
    '/:slug/favorite',
    controller.unfavoriteArticle.bind(controller),
  );
  return router;
}
