const Router = require('@koa/router')
const router = new Router()
router.get('getProfile', '/:username', getProfile)
router.post('followUser', '/:username/follow', followUser)
router.del('unfollowUser', '/:username/follow', unfollowUser)

async function getProfile(ctx) {
  ctx.body = {}
}

async function followUser(ctx) {
  ctx.body = {}
}

async function unfollowUser(ctx) {
  ctx.body = {}
}

module.exports = router
