import { Hono } from 'hono'
import * as h from './handlers.js'

const articles = new Hono()
  .get('/', h.listArticles)
  .get('/feed', h.feedArticles)
  .get('/:slug', h.getArticle)
  .post('/', h.createArticle)
  .put('/:slug', h.updateArticle)
  .delete('/:slug', h.deleteArticle)
  .post('/:slug/comments', h.addComment)
  .get('/:slug/comments', h.listComments)
  .delete('/:slug/comments/:id', h.deleteComment)
  .post('/:slug/favorite', h.favoriteArticle)
  .delete('/:slug/favorite', h.unfavoriteArticle)

const accounts = new Hono()
accounts.on('POST', '/users', h.registerUser)
accounts.on('POST', '/users/login', h.loginUser)
accounts.on('GET', '/user', h.currentUser)
accounts.on('PUT', '/user', h.updateUser)
accounts.on('GET', '/profiles/:username', h.getProfile)
accounts.on('POST', '/profiles/:username/follow', h.followUser)
accounts.on('DELETE', '/profiles/:username/follow', h.unfollowUser)

export const app = new Hono()
const api = app.basePath('/api')
api.route('/articles', articles)
api.route('/', accounts)
api.get('/tags', ...[], h.listTags)
export default app
