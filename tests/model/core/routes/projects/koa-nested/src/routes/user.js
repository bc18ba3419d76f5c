const Router = require('@koa/router')
const router = new Router()
router.get('currentUser', '/', currentUser)
router.put('updateUser', '/', updateUser)

async function currentUser(ctx) {
  ctx.body = {}
}

async function updateUser(ctx) {
  ctx.body = {}
}

module.exports = router
