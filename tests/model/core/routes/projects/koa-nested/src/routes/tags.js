const Router = require('@koa/router')
const router = new Router()
router.get('listTags', '/', listTags)

async function listTags(ctx) {
  ctx.body = {}
}

module.exports = router
