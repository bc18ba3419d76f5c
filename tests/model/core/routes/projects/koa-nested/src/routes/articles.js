const Router = require('@koa/router')
const router = new Router({ prefix: '/articles' })
router.get('listArticles', '/', listArticles)
router.get('feedArticles', '/feed', feedArticles)
router.get('getArticle', '/:slug', getArticle)
router.post('createArticle', '/', createArticle)
router.put('updateArticle', '/:slug', updateArticle)
router.del('deleteArticle', '/:slug', deleteArticle)
router.post('addComment', '/:slug/comments', addComment)
router.get('listComments', '/:slug/comments', listComments)
router.del('deleteComment', '/:slug/comments/:id', deleteComment)
router.post('favoriteArticle', '/:slug/favorite', favoriteArticle)
router.del('unfavoriteArticle', '/:slug/favorite', unfavoriteArticle)

async function listArticles(ctx) {
  ctx.body = {}
}

async function feedArticles(ctx) {
  ctx.body = {}
}

async function getArticle(ctx) {
  ctx.body = {}
}

async function createArticle(ctx) {
  ctx.body = {}
}

async function updateArticle(ctx) {
  ctx.body = {}
}

async function deleteArticle(ctx) {
  ctx.body = {}
}

async function addComment(ctx) {
  ctx.body = {}
}

async function listComments(ctx) {
  ctx.body = {}
}

async function deleteComment(ctx) {
  ctx.body = {}
}

async function favoriteArticle(ctx) {
  ctx.body = {}
}

async function unfavoriteArticle(ctx) {
  ctx.body = {}
}

module.exports = router
