'use strict';

const express = require('express');
const { sealed, opens, tokenOf, idInHeader } = require('./accounts');

// Everything lives in memory: users and articles in the order they came.
const users = []; // { id, email, username, password, bio, image, follows: Set of users }
let articles = []; // { slug, title, description, body, tagList, createdAt, updatedAt, author, fans: Set, comments }
let lastCommentId = 0;

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

function demand(value, status, message) {
  if (!value) throw new Refusal(status, message);
  return value;
}

function text(object, field) {
  const value = object?.[field];
  demand(typeof value === 'string' && value.trim() !== '', 422, `${field} can't be blank`);
  return value;
}

/** Changes those of the named fields that the request has. */
function change(target, wishes, fields) {
  const given = fields.filter((field) => wishes?.[field] !== undefined);
  const values = given.map((field) => text(wishes, field));
  given.forEach((field, i) => { target[field] = values[i]; });
}

// What the API shows

const userView = (user) => ({
  user: { email: user.email, token: tokenOf(user.id), username: user.username, bio: user.bio, image: user.image },
});

const profileView = (user, viewer) => ({
  username: user.username, bio: user.bio, image: user.image, following: viewer?.follows.has(user) ?? false,
});

const articleView = (article, viewer) => ({
  slug: article.slug,
  title: article.title,
  description: article.description,
  body: article.body,
  tagList: article.tagList,
  createdAt: article.createdAt,
  updatedAt: article.updatedAt,
  favorited: article.fans.has(viewer),
  favoritesCount: article.fans.size,
  author: profileView(article.author, viewer),
});

const commentView = (comment, viewer) => ({
  id: comment.id,
  createdAt: comment.createdAt,
  updatedAt: comment.createdAt,
  body: comment.body,
  author: profileView(comment.author, viewer),
});

/** One page of articles, the newest first. */
function pageView(found, { limit, offset }, viewer) {
  const first = Math.max(0, Number(offset) || 0);
  const count = Math.max(1, Number(limit) || 20);
  const page = [...found].reverse().slice(first, first + count);
  return { articles: page.map((article) => articleView(article, viewer)), articlesCount: found.length };
}

// What requests name

const userNamed = (name) => demand(users.find((user) => user.username === name), 404, 'profile not found');
const articleAt = (slug) => demand(articles.find((article) => article.slug === slug), 404, 'article not found');

function ownArticle(req) {
  const article = articleAt(req.params.slug);
  demand(article.author === req.viewer, 403, 'the article is not yours');
  return article;
}

function freeSlug(title) {
  const stem = title.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'article';
  let slug = stem;
  for (let n = 2; articles.some((article) => article.slug === slug); n += 1) slug = `${stem}-${n}`;
  return slug;
}

function requireUnique(wishes, self) {
  for (const field of ['email', 'username']) {
    const taken = users.some((user) => user !== self && user[field] === wishes?.[field]);
    demand(!taken, 422, `${field} has already been taken`);
  }
}

const api = express.Router();
const app = express();
app.use(express.json());
app.use((req, res, next) => {
  const id = idInHeader(req.get('authorization'));
  req.viewer = users.find((user) => user.id === id);
  next();
});
app.use('/api', api);
app.use((req, res) => res.status(404).json({ errors: { body: ['no such place'] } }));
app.use((error, req, res, next) => {
  res.status(error.status ?? 500).json({ errors: { body: [error.message] } });
});

const signedIn = (req, res, next) => {
  demand(req.viewer, 401, 'a token is needed');
  next();
};

api.get('/health-check', (req, res) => res.json({ status: 'ok' }));

// Users

api.post('/users', (req, res) => {
  const wishes = req.body?.user;
  const user = {
    id: users.length + 1, email: text(wishes, 'email'), username: text(wishes, 'username'), bio: '', image: '',
    password: sealed(text(wishes, 'password')), follows: new Set(),
  };
  requireUnique(wishes);
  users.push(user);
  res.status(201).json(userView(user));
});

api.post('/users/login', (req, res) => {
  const email = text(req.body?.user, 'email');
  const password = text(req.body?.user, 'password');
  const user = users.find((other) => other.email === email);
  demand(user && opens(password, user.password), 401, 'email or password is wrong');
  res.json(userView(user));
});

api.get('/user', signedIn, (req, res) => res.json(userView(req.viewer)));

api.put('/user', signedIn, (req, res) => {
  const wishes = req.body?.user;
  requireUnique(wishes, req.viewer);
  const password = wishes?.password === undefined ? undefined : sealed(text(wishes, 'password'));
  change(req.viewer, wishes, ['email', 'username']);
  if (password) req.viewer.password = password;
  for (const field of ['bio', 'image']) {
    if (wishes?.[field] !== undefined) req.viewer[field] = String(wishes[field] ?? '');
  }
  res.json(userView(req.viewer));
});

// Profiles

api.get('/profiles/:name', (req, res) => {
  res.json({ profile: profileView(userNamed(req.params.name), req.viewer) });
});

api.post('/profiles/:name/follow', signedIn, (req, res) => {
  const user = userNamed(req.params.name);
  req.viewer.follows.add(user);
  res.json({ profile: profileView(user, req.viewer) });
});

api.delete('/profiles/:name/follow', signedIn, (req, res) => {
  const user = userNamed(req.params.name);
  req.viewer.follows.delete(user);
  res.json({ profile: profileView(user, req.viewer) });
});

// Articles

api.get('/articles', (req, res) => {
  const { tag, author, favorited } = req.query;
  const fan = users.find((user) => user.username === favorited);
  const found = articles.filter((article) => (tag === undefined || article.tagList.includes(tag))
    && (author === undefined || article.author.username === author)
    && (favorited === undefined || article.fans.has(fan)));
  res.json(pageView(found, req.query, req.viewer));
});

api.get('/articles/feed', signedIn, (req, res) => {
  const found = articles.filter((article) => req.viewer.follows.has(article.author));
  res.json(pageView(found, req.query, req.viewer));
});

api.post('/articles', signedIn, (req, res) => {
  const wishes = req.body?.article;
  const tagList = wishes?.tagList ?? [];
  const now = new Date().toISOString();
  const article = {
    title: text(wishes, 'title'), description: text(wishes, 'description'), body: text(wishes, 'body'), tagList,
    createdAt: now, updatedAt: now, author: req.viewer, fans: new Set(), comments: [],
  };
  demand(Array.isArray(tagList) && tagList.every((tag) => typeof tag === 'string'), 422, 'tagList must hold texts');
  article.slug = freeSlug(article.title);
  articles.push(article);
  res.status(201).json({ article: articleView(article, req.viewer) });
});

api.get('/articles/:slug', (req, res) => {
  res.json({ article: articleView(articleAt(req.params.slug), req.viewer) });
});

api.put('/articles/:slug', signedIn, (req, res) => {
  const article = ownArticle(req);
  const title = article.title;
  change(article, req.body?.article, ['title', 'description', 'body']);
  if (article.title !== title) article.slug = freeSlug(article.title);
  article.updatedAt = new Date().toISOString();
  res.json({ article: articleView(article, req.viewer) });
});

api.delete('/articles/:slug', signedIn, (req, res) => {
  const article = ownArticle(req);
  articles = articles.filter((other) => other !== article);
  res.status(200).end();
});

api.post('/articles/:slug/favorite', signedIn, (req, res) => {
  const article = articleAt(req.params.slug);
  article.fans.add(req.viewer);
  res.json({ article: articleView(article, req.viewer) });
});

api.delete('/articles/:slug/favorite', signedIn, (req, res) => {
  const article = articleAt(req.params.slug);
  article.fans.delete(req.viewer);
  res.json({ article: articleView(article, req.viewer) });
});

// Comments

api.get('/articles/:slug/comments', (req, res) => {
  const { comments } = articleAt(req.params.slug);
  res.json({ comments: comments.map((comment) => commentView(comment, req.viewer)) });
});

api.post('/articles/:slug/comments', signedIn, (req, res) => {
  const article = articleAt(req.params.slug);
  const comment = { body: text(req.body?.comment, 'body'), createdAt: new Date().toISOString(), author: req.viewer };
  lastCommentId += 1;
  comment.id = lastCommentId;
  article.comments.unshift(comment);
  res.json({ comment: commentView(comment, req.viewer) });
});

api.delete('/articles/:slug/comments/:id', signedIn, (req, res) => {
  const article = articleAt(req.params.slug);
  const comment = demand(article.comments.find(({ id }) => id === Number(req.params.id)), 404, 'comment not found');
  demand(comment.author === req.viewer, 403, 'the comment is not yours');
  article.comments = article.comments.filter((other) => other !== comment);
  res.status(200).end();
});

api.get('/tags', (req, res) => {
  res.json({ tags: [...new Set(articles.flatMap((article) => article.tagList))] });
});

app.listen(3000, '0.0.0.0', () => console.log('Conduit listens on port 3000'));
