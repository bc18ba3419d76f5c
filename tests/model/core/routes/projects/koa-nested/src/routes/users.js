const Router = require('@koa/router')
const router = new Router()
router.post('registerUser', '/', registerUser)
router.post('loginUser', '/login', loginUser)

async function registerUser(ctx) {
  ctx.body = {}
}

async function loginUser(ctx) {
  ctx.body = {}
}

module.exports = router
