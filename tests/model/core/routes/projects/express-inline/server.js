import express from 'express'

const app = express()
const api = express.Router()
const PREFIX = '/api'
const re = /['"`]\/(x|y)/g

api.route('/users')
  .post(async (req, res) => { // registerUser
    res.json({ ok: re.test(req.url) })
  })

api.route('/users/login')
  .post(async (req, res) => { // loginUser
    res.json({ ok: re.test(req.url) })
  })

api.route('/user')
  .get(async (req, res) => { // currentUser
    res.json({ ok: re.test(req.url) })
  })
  .put(async (req, res) => { // updateUser
    res.json({ ok: re.test(req.url) })
  })

api.route('/profiles/:username')
  .get(async (req, res) => { // getProfile
    res.json({ ok: re.test(req.url) })
  })

api.route('/profiles/:username/follow')
  .post(async (req, res) => { // followUser
    res.json({ ok: re.test(req.url) })
  })
  .delete(async (req, res) => { // unfollowUser
    res.json({ ok: re.test(req.url) })
  })

api.route('/articles')
  .get(async (req, res) => { // listArticles
    res.json({ ok: re.test(req.url) })
  })
  .post(async (req, res) => { // createArticle
    res.json({ ok: re.test(req.url) })
  })

api.route('/articles/feed')
  .get(async (req, res) => { // feedArticles
    res.json({ ok: re.test(req.url) })
  })

api.route('/articles/:slug')
  .get(async (req, res) => { // getArticle
    res.json({ ok: re.test(req.url) })
  })
  .put(async (req, res) => { // updateArticle
    res.json({ ok: re.test(req.url) })
  })
  .delete(async (req, res) => { // deleteArticle
    res.json({ ok: re.test(req.url) })
  })

api.route('/articles/:slug/comments')
  .post(async (req, res) => { // addComment
    res.json({ ok: re.test(req.url) })
  })
  .get(async (req, res) => { // listComments
    res.json({ ok: re.test(req.url) })
  })

api.route('/articles/:slug/comments/:id')
  .delete(async (req, res) => { // deleteComment
    res.json({ ok: re.test(req.url) })
  })

api.route('/articles/:slug/favorite')
  .post(async (req, res) => { // favoriteArticle
    res.json({ ok: re.test(req.url) })
  })
  .delete(async (req, res) => { // unfavoriteArticle
    res.json({ ok: re.test(req.url) })
  })

api.route('/tags')
  .get(async (req, res) => { // listTags
    res.json({ ok: re.test(req.url) })
  })

app.use(`${PREFIX}`, api)
app.listen(3000)
