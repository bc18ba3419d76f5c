'use strict';

const crypto = require('node:crypto');
const express = require('express');
const { rows, row, prepare } = require('./database');

const hashed = (password, salt) => `${salt}:${crypto.scryptSync(password, salt, 32, { N: 1024 }).toString('hex')}`;
const sealed = (password) => hashed(password, crypto.randomBytes(12).toString('hex'));

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The named fields of what was sent: texts that are not empty. Missing ones are null if `optional`, else refused. */
function texts(sent, names, optional = false) {
  return Object.fromEntries(names.map((name) => {
    const value = sent?.[name] ?? null;
    if (optional && value === null) return [name, null];
    if (typeof value !== 'string' || value.trim() === '') throw new Refusal(422, `${name} must not be empty`);
    return [name, value];
  }));
}

// Users and profiles

async function showUser({ id, email, username, bio, image }) {
  const token = crypto.randomBytes(24).toString('base64url');
  await rows('INSERT INTO sessions (token, user) VALUES ($token, $id)', { token, id });
  return { user: { email, token, username, bio, image } };
}

async function refuseTaken(values) {
  const taken = await row(`SELECT iif(email = $email, 'email', 'username') AS field FROM users
    WHERE (email = $email OR username = $username) AND id IS NOT $id`, values);
  if (taken) throw new Refusal(422, `${taken.field} is already in use`);
}

async function profile(username, viewer) {
  const found = await row(`SELECT id, username, bio, image,
      EXISTS (SELECT 1 FROM follows WHERE follower = $viewer AND followed = users.id) AS following
    FROM users WHERE username = $username`, { username, viewer });
  if (!found) throw new Refusal(404, 'profile not found');
  return found;
}

const showProfile = ({ username, bio, image, following }) => (
  { profile: { username, bio, image, following: following === 1 } });

// Articles and comments

const articleColumns = `articles.*, users.username, users.bio, users.image,
  EXISTS (SELECT 1 FROM follows WHERE follower = $viewer AND followed = users.id) AS following,
  EXISTS (SELECT 1 FROM favorites WHERE user = $viewer AND article = articles.id) AS favorited,
  (SELECT count(*) FROM favorites WHERE article = articles.id) AS favoritesCount`;
const articleTables = 'articles JOIN users ON users.id = articles.author';

const showArticle = (found) => ({
  slug: found.slug,
  title: found.title,
  description: found.description,
  body: found.body,
  tagList: JSON.parse(found.tags),
  createdAt: found.created,
  updatedAt: found.updated,
  favorited: found.favorited === 1,
  favoritesCount: found.favoritesCount,
  author: showProfile(found).profile,
});

const showComment = ({ id, body, created, ...author }) => (
  { id, body, createdAt: created, updatedAt: created, author: showProfile(author).profile });

async function article(slug, viewer) {
  const found = await row(`SELECT ${articleColumns} FROM ${articleTables} WHERE slug = $slug`, { slug, viewer });
  if (!found) throw new Refusal(404, 'article not found');
  return found;
}

async function ownArticle(slug, viewer) {
  const found = await article(slug, viewer);
  if (found.author !== viewer) throw new Refusal(403, 'only its author may do that');
  return found;
}

/** A whole number from a query that a database takes; `usual` where there is none. */
const whole = (text, least, usual) => Math.min(Math.max(least, Number.parseInt(text, 10) || usual), 2 ** 31);

async function page(condition, { query, viewer }) {
  const values = { ...query, viewer, limit: whole(query.limit, 1, 20), offset: whole(query.offset, 0, 0) };
  const found = await rows(`SELECT ${articleColumns} FROM ${articleTables} WHERE ${condition}
    ORDER BY articles.id DESC LIMIT $limit OFFSET $offset`, values);
  const { count } = await row(`SELECT count(*) AS count FROM ${articleTables} WHERE ${condition}`, values);
  return { articles: found.map(showArticle), articlesCount: count };
}

async function freeSlug(title) {
  const stem = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'article';
  const taken = await row('SELECT id FROM articles WHERE slug = $stem', { stem });
  return taken ? `${stem}-${crypto.randomBytes(4).toString('hex')}` : stem;
}

async function comments(condition, values) {
  return rows(`SELECT comments.id, comments.body, created, users.username, users.bio, users.image,
      EXISTS (SELECT 1 FROM follows WHERE follower = $viewer AND followed = users.id) AS following
    FROM comments JOIN users ON users.id = comments.author WHERE ${condition} ORDER BY comments.id`, values);
}

// The API

const app = express();
const api = express.Router();

app.use(express.json());
app.use(async (req, res, next) => {
  const [scheme, token] = (req.get('authorization') ?? '').split(' ');
  const session = await row('SELECT user FROM sessions WHERE token = $token', { token });
  req.viewer = scheme === 'Token' ? session?.user ?? null : null;
  next();
});
app.use('/api', api);
app.use((req, res) => res.status(404).json({ errors: { body: ['not found'] } }));
app.use((error, req, res, next) => {
  res.status(error.status ?? 500).json({ errors: { body: [error.message] } });
});

function signedIn(req, res, next) {
  if (req.viewer === null) throw new Refusal(401, 'authorization is missing or wrong');
  next();
}

api.get('/health-check', (req, res) => res.json({ ok: true }));

api.post('/users', async (req, res) => {
  const values = texts(req.body?.user, ['email', 'username', 'password']);
  await refuseTaken({ ...values, id: null });
  const user = await row(`INSERT INTO users (email, username, password) VALUES ($email, $username, $password)
    RETURNING *`, { ...values, password: sealed(values.password) });
  res.status(201).json(await showUser(user));
});

api.post('/users/login', async (req, res) => {
  const { email, password } = texts(req.body?.user, ['email', 'password']);
  const user = await row('SELECT * FROM users WHERE email = $email', { email });
  const salt = user?.password.split(':')[0];
  if (!user || hashed(password, salt) !== user.password) throw new Refusal(401, 'email or password is wrong');
  res.json(await showUser(user));
});

api.get('/user', signedIn, async (req, res) => {
  res.json(await showUser(await row('SELECT * FROM users WHERE id = $viewer', req)));
});

api.put('/user', signedIn, async (req, res) => {
  const values = texts(req.body?.user, ['email', 'username', 'password'], true);
  await refuseTaken({ ...values, id: req.viewer });
  const { bio, image } = req.body?.user ?? {};
  const user = await row(`UPDATE users SET email = coalesce($email, email), username = coalesce($username, username),
      password = coalesce($password, password), bio = coalesce($bio, bio), image = coalesce($image, image)
    WHERE id = $id RETURNING *`, {
    ...values,
    id: req.viewer,
    password: values.password && sealed(values.password),
    bio: bio === null ? '' : bio,
    image: image === null ? '' : image,
  });
  res.json(await showUser(user));
});

api.get('/profiles/:name', async (req, res) => {
  res.json(showProfile(await profile(req.params.name, req.viewer)));
});

api.post('/profiles/:name/follow', signedIn, async (req, res) => {
  const { id } = await profile(req.params.name, req.viewer);
  await rows('INSERT OR IGNORE INTO follows (follower, followed) VALUES ($viewer, $id)', { viewer: req.viewer, id });
  res.json(showProfile(await profile(req.params.name, req.viewer)));
});

api.delete('/profiles/:name/follow', signedIn, async (req, res) => {
  const { id } = await profile(req.params.name, req.viewer);
  await rows('DELETE FROM follows WHERE follower = $viewer AND followed = $id', { viewer: req.viewer, id });
  res.json(showProfile(await profile(req.params.name, req.viewer)));
});

api.get('/articles', async (req, res) => {
  const conditions = {
    author: 'users.username = $author',
    tag: 'EXISTS (SELECT 1 FROM json_each(articles.tags) WHERE value = $tag)',
    favorited: `articles.id IN (SELECT article FROM favorites JOIN users ON users.id = user
      WHERE username = $favorited)`,
  };
  const asked = Object.keys(conditions).filter((name) => req.query[name] !== undefined);
  res.json(await page(['true', ...asked.map((name) => conditions[name])].join(' AND '), req));
});

api.get('/articles/feed', signedIn, async (req, res) => {
  res.json(await page('articles.author IN (SELECT followed FROM follows WHERE follower = $viewer)', req));
});

api.post('/articles', signedIn, async (req, res) => {
  const values = texts(req.body?.article, ['title', 'description', 'body']);
  const tags = req.body.article.tagList ?? [];
  if (!Array.isArray(tags) || tags.some((tag) => typeof tag !== 'string')) {
    throw new Refusal(422, 'tagList must be a list of texts');
  }
  const slug = await freeSlug(values.title);
  await rows(`INSERT INTO articles (slug, title, description, body, tags, created, updated, author)
    VALUES ($slug, $title, $description, $body, $tags, $now, $now, $author)`, {
    ...values, slug, tags: JSON.stringify(tags), now: new Date().toISOString(), author: req.viewer,
  });
  res.status(201).json({ article: showArticle(await article(slug, req.viewer)) });
});

api.get('/articles/:slug', async (req, res) => {
  res.json({ article: showArticle(await article(req.params.slug, req.viewer)) });
});

api.put('/articles/:slug', signedIn, async (req, res) => {
  const before = await ownArticle(req.params.slug, req.viewer);
  const values = texts(req.body?.article, ['title', 'description', 'body'], true);
  const isRenamed = values.title !== null && values.title !== before.title;
  const slug = isRenamed ? await freeSlug(values.title) : before.slug;
  await rows(`UPDATE articles SET slug = $slug, title = coalesce($title, title), body = coalesce($body, body),
      description = coalesce($description, description), updated = $now WHERE id = $id`, {
    ...values, slug, id: before.id, now: new Date().toISOString(),
  });
  res.json({ article: showArticle(await article(slug, req.viewer)) });
});

api.delete('/articles/:slug', signedIn, async (req, res) => {
  const { id } = await ownArticle(req.params.slug, req.viewer);
  await rows('DELETE FROM articles WHERE id = $id', { id });
  res.status(200).end();
});

api.post('/articles/:slug/favorite', signedIn, async (req, res) => {
  const { id } = await article(req.params.slug, req.viewer);
  await rows('INSERT OR IGNORE INTO favorites (user, article) VALUES ($viewer, $id)', { viewer: req.viewer, id });
  res.json({ article: showArticle(await article(req.params.slug, req.viewer)) });
});

api.delete('/articles/:slug/favorite', signedIn, async (req, res) => {
  const { id } = await article(req.params.slug, req.viewer);
  await rows('DELETE FROM favorites WHERE user = $viewer AND article = $id', { viewer: req.viewer, id });
  res.json({ article: showArticle(await article(req.params.slug, req.viewer)) });
});

api.get('/articles/:slug/comments', async (req, res) => {
  const { id } = await article(req.params.slug, req.viewer);
  const found = await comments('comments.article = $id', { id, viewer: req.viewer });
  res.json({ comments: found.map(showComment) });
});

api.post('/articles/:slug/comments', signedIn, async (req, res) => {
  const { id } = await article(req.params.slug, req.viewer);
  const { body } = texts(req.body?.comment, ['body']);
  const made = await row(`INSERT INTO comments (body, created, author, article) VALUES ($body, $now, $viewer, $id)
    RETURNING id`, { body, id, viewer: req.viewer, now: new Date().toISOString() });
  const [found] = await comments('comments.id = $id', { id: made.id, viewer: req.viewer });
  res.json({ comment: showComment(found) });
});

api.delete('/articles/:slug/comments/:id', signedIn, async (req, res) => {
  const { id } = await article(req.params.slug, req.viewer);
  const found = await row('SELECT id, author FROM comments WHERE id = $comment AND article = $id', {
    id, comment: Number(req.params.id) || 0,
  });
  if (!found) throw new Refusal(404, 'comment not found');
  if (found.author !== req.viewer) throw new Refusal(403, 'only its author may do that');
  await rows('DELETE FROM comments WHERE id = $id', found);
  res.status(200).end();
});

api.get('/tags', async (req, res) => {
  const found = await rows('SELECT DISTINCT value AS tag FROM articles, json_each(articles.tags) ORDER BY tag');
  res.json({ tags: found.map(({ tag }) => tag) });
});

prepare().then(() => app.listen(3000, () => console.log('Conduit on port 3000')));
