// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplenode.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr QByteArrayView entities = R"JS(const { createHash } = require('crypto');

class Problem extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
    this.body = { errors: { body: [message] } };
  }
}

const hashOf = (password) => createHash('sha256').update(password).digest('hex');
const tokenOf = (user) => Buffer.from(JSON.stringify({ id: user.id })).toString('base64url');
const idIn = (token) => JSON.parse(Buffer.from(token, 'base64url').toString()).id;
const slugOf = (title) => title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

function publicUser(user) {
  const { email, username, bio, image } = user;
  return { user: { email, username, bio, image, token: tokenOf(user) } };
}

function publicProfile(user, following) {
  return { username: user.username, bio: user.bio, image: user.image, following };
}

function publicArticle(article, tagList, author, favorited, favoritesCount) {
  const { slug, title, description, body } = article;
  const times = { createdAt: article.created_at, updatedAt: article.updated_at };
  return { slug, title, description, body, ...times, tagList, author, favorited, favoritesCount };
}

function publicComment(comment, author) {
  const { id, body } = comment;
  return { id, body, createdAt: comment.created_at, updatedAt: comment.created_at, author };
}

module.exports = { Problem, hashOf, tokenOf, idIn, slugOf, publicUser, publicProfile, publicArticle, publicComment };
)JS";

constexpr QByteArrayView articleStore = R"JS(const gateway = require('./gateway');

async function bySlug(slug) {
  const [article] = await gateway.rows('articles', { slug });
  return article;
}

async function tagsOf(article) {
  const rows = await gateway.rows('tags', { article_id: article.id });
  return rows.map((row) => row.name);
}

async function fansOf(article) {
  const rows = await gateway.rows('favorites', { article_id: article.id });
  return rows.map((row) => row.user_id);
}

async function authorOf(article) {
  $author$
}

module.exports = { bySlug, tagsOf, fansOf, authorOf };
)JS";

constexpr QByteArrayView users = R"JS(const { Problem, hashOf, idIn, publicUser } = require('../$shapes$/entities');
const gateway = require('../$storage$/gateway');

async function userById(id) {
  const [user] = await gateway.rows('users', { id });
  return user;
}

async function viewerOf(headers, required = false) {
  const token = (headers.authorization || '').split(' ')[1];
  if (token) return userById(idIn(token));
  if (required) throw new Problem(401, 'a token is needed');
  return null;
}

async function register(body) {
  const { user } = body;
  const known = await gateway.rows('users', { email: user.email });
  if (known.length > 0) throw new Problem(422, 'the e-mail address is taken');
  const values = { username: user.username, email: user.email, password: hashOf(user.password) };
  return publicUser(await gateway.add('users', { ...values, bio: null, image: null }));
}

async function login(body) {
  const [found] = await gateway.rows('users', { email: body.user.email });
  if (!found || found.password !== hashOf(body.user.password)) {
    throw new Problem(403, 'e-mail address or password is wrong');
  }
  return publicUser(found);
}

async function currentUser(viewer) {
  return publicUser(viewer);
}

async function updateUser(viewer, body) {
  return publicUser(await gateway.change('users', viewer.id, body.user));
}

module.exports = { userById, viewerOf, register, login, currentUser, updateUser };
)JS";

constexpr QByteArrayView profiles = R"JS(const { Problem, publicProfile } = require('../$shapes$/entities');
const gateway = require('../$storage$/gateway');

async function follows(viewer, user) {
  if (!viewer) return false;
  const found = await gateway.rows('follows', { follower_id: viewer.id, followed_id: user.id });
  return found.length > 0;
}

async function userNamed(username) {
  const [user] = await gateway.rows('users', { username });
  if (!user) throw new Problem(404, `there is no user ${username}`);
  return user;
}

async function getProfile(viewer, username) {
  const user = await userNamed(username);
  return { profile: publicProfile(user, await follows(viewer, user)) };
}

async function followUser(viewer, username) {
  const user = await userNamed(username);
  if (!(await follows(viewer, user))) {
    await gateway.add('follows', { follower_id: viewer.id, followed_id: user.id });
  }
  return { profile: publicProfile(user, true) };
}

async function unfollowUser(viewer, username) {
  const user = await userNamed(username);
  await gateway.remove('follows', { follower_id: viewer.id, followed_id: user.id });
  return { profile: publicProfile(user, false) };
}

module.exports = { follows, getProfile, followUser, unfollowUser };
)JS";

constexpr QByteArrayView articles
    = R"JS(const { Problem, publicArticle, publicProfile, slugOf } = require('../$shapes$/entities');
const articles = require('../$storage$/articles');
const gateway = require('../$storage$/gateway');
const { follows } = require('./profiles');

async function found(slug) {
  const article = await articles.bySlug(slug);
  if (!article) throw new Problem(404, `there is no article ${slug}`);
  return article;
}

async function shown(viewer, article) {
  const author = await articles.authorOf(article);
  const fans = await articles.fansOf(article);
  const profile = publicProfile(author, await follows(viewer, author));
  const isFan = Boolean(viewer) && fans.includes(viewer.id);
  return publicArticle(article, await articles.tagsOf(article), profile, isFan, fans.length);
}

function listed(chosen, query) {
  const start = Number(query.offset || 0);
  return { articles: chosen.slice(start, start + Number(query.limit || 20)), articlesCount: chosen.length };
}

async function listArticles(viewer, query) {
  const rows = await gateway.rows('articles');
  let chosen = await Promise.all(rows.map((row) => shown(viewer, row)));
  if (query.tag) chosen = chosen.filter((article) => article.tagList.includes(query.tag));
  if (query.author) chosen = chosen.filter((article) => article.author.username === query.author);
  if (query.favorited) chosen = chosen.filter((article) => article.favoritesCount > 0);
  return listed(chosen, query);
}

async function feedArticles(viewer, query) {
  const rows = await gateway.rows('articles');
  const all = await Promise.all(rows.map((row) => shown(viewer, row)));
  return listed(all.filter((article) => article.author.following), query);
}

async function createArticle(viewer, body) {
  const asked = body.article;
  const now = new Date().toISOString();
  const texts = { title: asked.title, description: asked.description, body: asked.body };
  const values = { ...texts, author_id: viewer.id, created_at: now, updated_at: now };
  const article = await gateway.add('articles', { slug: slugOf(asked.title), ...values });
  for (const name of asked.tagList || []) await gateway.add('tags', { article_id: article.id, name });
  return { article: await shown(viewer, article) };
}

async function getArticle(viewer, slug) {
  return { article: await shown(viewer, await found(slug)) };
}

async function updateArticle(viewer, slug, body) {
  const { id } = await found(slug);
  return { article: await shown(viewer, await gateway.change('articles', id, body.article)) };
}

async function deleteArticle(viewer, slug) {
  const { id } = await found(slug);
  await gateway.remove('articles', { id, author_id: viewer.id });
  return {};
}

async function favoriteArticle(viewer, slug) {
  const article = await found(slug);
  await gateway.add('favorites', { article_id: article.id, user_id: viewer.id });
  return { article: await shown(viewer, article) };
}

async function unfavoriteArticle(viewer, slug) {
  const article = await found(slug);
  await gateway.remove('favorites', { article_id: article.id, user_id: viewer.id });
  return { article: await shown(viewer, article) };
}

module.exports = {
  found,
  listArticles,
  feedArticles,
  createArticle,
  getArticle,
  updateArticle,
  deleteArticle,
  favoriteArticle,
  unfavoriteArticle,
};
)JS";

constexpr QByteArrayView comments = R"JS(const { publicComment, publicProfile } = require('../$shapes$/entities');
const gateway = require('../$storage$/gateway');
const { found } = require('./articles');
const { follows } = require('./profiles');
const { userById } = require('./users');

async function shown(viewer, comment) {
  const author = await userById(comment.author_id);
  return publicComment(comment, publicProfile(author, await follows(viewer, author)));
}

async function listComments(viewer, slug) {
  const { id } = await found(slug);
  const rows = await gateway.rows('comments', { article_id: id });
  return { comments: await Promise.all(rows.map((row) => shown(viewer, row))) };
}

async function addComment(viewer, slug, body) {
  const { id } = await found(slug);
  const values = { body: body.comment.body, created_at: new Date().toISOString() };
  const comment = await gateway.add('comments', { article_id: id, author_id: viewer.id, ...values });
  return { comment: await shown(viewer, comment) };
}

async function deleteComment(viewer, slug, commentId) {
  await gateway.remove('comments', { id: Number(commentId), author_id: viewer.id });
  return {};
}

module.exports = { listComments, addComment, deleteComment };
)JS";

constexpr QByteArrayView tags = R"JS(const gateway = require('../$storage$/gateway');

async function listTags() {
  const rows = await gateway.rows('tags');
  return { tags: [...new Set(rows.map((row) => row.name))] };
}

module.exports = { listTags };
)JS";

struct Role
{
    const char *name;
    QByteArrayView text;
};

constexpr std::array roles{Role{"entities", entities}, Role{"store", articleStore}, Role{"users", users},
    Role{"profiles", profiles}, Role{"articles", articles}, Role{"comments", comments}, Role{"tags", tags}};

} // namespace

QByteArray nodeShared(QByteArrayView role)
{
    const auto *found = std::ranges::find_if(roles, [role](const Role &row) { return role == row.name; });
    return found == roles.end() ? QByteArray() : found->text.toByteArray();
}

} // namespace Decayscope
