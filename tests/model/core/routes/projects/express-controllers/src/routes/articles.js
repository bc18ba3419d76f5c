const express = require('express');
const wrap = require('../middleware/wrap');
const auth = require('../middleware/auth');
const controller = require('../controllers/articles');

const router = express.Router();

router.get('/', auth.optional, wrap(controller.listArticles));
router.get('/feed', auth.optional, wrap(controller.feedArticles));
router.get('/:slug', auth.optional, wrap(controller.getArticle));
router.post('/', auth.optional, wrap(controller.createArticle));
router.put('/:slug', auth.optional, wrap(controller.updateArticle));
router.delete('/:slug', auth.optional, wrap(controller.deleteArticle));
router.post('/:slug/comments', auth.optional, wrap(controller.addComment));
router.get('/:slug/comments', auth.optional, wrap(controller.listComments));
router.delete('/:slug/comments/:id', auth.optional, wrap(controller.deleteComment));
router.post('/:slug/favorite', auth.optional, wrap(controller.favoriteArticle));
router.delete('/:slug/favorite', auth.optional, wrap(controller.unfavoriteArticle));

module.exports = router;
