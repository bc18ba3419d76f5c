import { createHash, randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

// Records refer to each other by number, as they would in a database.
const users = [];
const articles = [];
const comments = [];
const follows = new Set(); // "follower>followed"
const favorites = new Set(); // "user>article"
const tokens = new Map(); // token -> user number
let lastId = 0;

const refuse = (status, message) => { throw new HTTPException(status, { message }); };
const nextId = () => { lastId += 1; return lastId; };
const digest = (user, password) => createHash('sha256').update(`${user.id} ${user.salt} ${password}`).digest('hex');

async function sent(c, key) {
  const body = await c.req.json().catch(() => ({}));
  return Object(body?.[key]);
}

function filled(wishes, ...fields) {
  const missing = fields.filter((field) => typeof wishes[field] !== 'string' || wishes[field].trim() === '');
  if (missing.length) refuse(422, `${missing.join(', ')} can't be empty`);
  return Object.fromEntries(fields.map((field) => [field, wishes[field]]));
}

const filledIfThere = (wishes, ...fields) => filled(wishes, ...fields.filter((field) => wishes[field] !== undefined));

const byName = (username) => users.find((user) => user.username === username) ?? refuse(404, 'no such profile');
const bySlug = (c) => (
  articles.find((article) => article.slug === c.req.param('slug')) ?? refuse(404, 'no such article'));

function checkUnused({ email, username }, id) {
  const others = users.filter((user) => user.id !== id);
  if (others.some((user) => user.email === email)) refuse(422, 'email is in use');
  if (others.some((user) => user.username === username)) refuse(422, 'username is in use');
}

function slugFor(title, id) {
  const slug = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim().replaceAll(' ', '-') || 'article';
  const isTaken = articles.some((article) => article.slug === slug && article.id !== id);
  return isTaken ? `${slug}-${id}` : slug;
}

function drop(list, item) {
  list.splice(list.indexOf(item), 1);
}

function showUser({ id, email, username, bio, image }) {
  const token = randomBytes(24).toString('hex');
  tokens.set(token, id);
  return { user: { email, token, username, bio, image } };
}

function showProfile(id, viewer) {
  const { username, bio, image } = users.find((user) => user.id === id);
  return { username, bio, image, following: follows.has(`${viewer?.id}>${id}`) };
}

function showArticle({ id, author, ...article }, viewer) {
  const fans = [...favorites].filter((pair) => pair.endsWith(`>${id}`));
  const favorited = favorites.has(`${viewer?.id}>${id}`);
  return { ...article, favorited, favoritesCount: fans.length, author: showProfile(author, viewer) };
}

function showComment({ article, author, ...comment }, viewer) {
  return { ...comment, author: showProfile(author, viewer) };
}

function showPage(c, wanted) {
  const offset = Math.max(0, Number(c.req.query('offset')) || 0);
  const limit = Math.max(1, Number(c.req.query('limit')) || 20);
  const page = wanted.toReversed().slice(offset, offset + limit);
  return c.json({
    articles: page.map((article) => showArticle(article, c.get('viewer'))), articlesCount: wanted.length,
  });
}

const api = new Hono().basePath('/api');

api.onError((error, c) => c.json({ errors: { body: [error.message] } }, error.status ?? 500));
api.notFound((c) => c.json({ errors: { body: ['nothing here'] } }, 404));

api.use(async (c, next) => {
  const [scheme, token] = (c.req.header('Authorization') ?? '').split(' ');
  if (scheme === 'Token') c.set('viewer', users.find((user) => user.id === tokens.get(token)));
  await next();
});

async function signedIn(c, next) {
  if (!c.get('viewer')) refuse(401, 'log in first');
  await next();
}

api.get('/health-check', (c) => c.text('fine'));

api.post('/users', async (c) => {
  const { password, ...wishes } = filled(await sent(c, 'user'), 'email', 'username', 'password');
  checkUnused(wishes);
  const user = { id: nextId(), ...wishes, bio: '', image: '', salt: randomBytes(12).toString('hex') };
  user.digest = digest(user, password);
  users.push(user);
  return c.json(showUser(user), 201);
});

api.post('/users/login', async (c) => {
  const { email, password } = filled(await sent(c, 'user'), 'email', 'password');
  const user = users.find((other) => other.email === email);
  if (user?.digest !== digest(user ?? {}, password)) refuse(401, 'wrong email or password');
  return c.json(showUser(user));
});

api.get('/user', signedIn, (c) => c.json(showUser(c.get('viewer'))));

api.put('/user', signedIn, async (c) => {
  const user = c.get('viewer');
  const wishes = await sent(c, 'user');
  const { password, ...changes } = filledIfThere(wishes, 'email', 'username', 'password');
  checkUnused(changes, user.id);
  Object.assign(user, changes);
  if (password) user.digest = digest(user, password);
  if ('bio' in wishes) user.bio = wishes.bio ?? '';
  if ('image' in wishes) user.image = wishes.image ?? '';
  return c.json(showUser(user));
});

api.get('/profiles/:name', (c) => c.json({ profile: showProfile(byName(c.req.param('name')).id, c.get('viewer')) }));

api.post('/profiles/:name/follow', signedIn, (c) => {
  const { id } = byName(c.req.param('name'));
  follows.add(`${c.get('viewer').id}>${id}`);
  return c.json({ profile: showProfile(id, c.get('viewer')) });
});

api.delete('/profiles/:name/follow', signedIn, (c) => {
  const { id } = byName(c.req.param('name'));
  follows.delete(`${c.get('viewer').id}>${id}`);
  return c.json({ profile: showProfile(id, c.get('viewer')) });
});

api.get('/articles', (c) => {
  const { tag, author, favorited } = c.req.query();
  const [writer, fan] = [author, favorited].map((name) => users.find((user) => user.username === name)?.id);
  return showPage(c, articles.filter((article) => (!tag || article.tagList.includes(tag))
    && (!author || article.author === writer)
    && (!favorited || favorites.has(`${fan}>${article.id}`))));
});

api.get('/articles/feed', signedIn, (c) => {
  const { id } = c.get('viewer');
  return showPage(c, articles.filter((article) => follows.has(`${id}>${article.author}`)));
});

api.post('/articles', signedIn, async (c) => {
  const wishes = await sent(c, 'article');
  const { title, description, body } = filled(wishes, 'title', 'description', 'body');
  const tagList = wishes.tagList ?? [];
  if (!Array.isArray(tagList) || tagList.some((tag) => typeof tag !== 'string')) refuse(422, 'tagList must be texts');
  const [id, createdAt] = [nextId(), new Date()];
  const author = c.get('viewer').id;
  const slug = slugFor(title, id);
  const article = { id, slug, title, description, body, tagList, createdAt, updatedAt: createdAt, author };
  articles.push(article);
  return c.json({ article: showArticle(article, c.get('viewer')) }, 201);
});

api.get('/articles/:slug', (c) => c.json({ article: showArticle(bySlug(c), c.get('viewer')) }));

api.put('/articles/:slug', signedIn, async (c) => {
  const article = bySlug(c);
  if (article.author !== c.get('viewer').id) refuse(403, 'somebody else wrote this');
  Object.assign(article, filledIfThere(await sent(c, 'article'), 'title', 'description', 'body'));
  article.slug = slugFor(article.title, article.id);
  article.updatedAt = new Date();
  return c.json({ article: showArticle(article, c.get('viewer')) });
});

api.delete('/articles/:slug', signedIn, (c) => {
  const article = bySlug(c);
  if (article.author !== c.get('viewer').id) refuse(403, 'somebody else wrote this');
  drop(articles, article);
  return c.body(null, 200);
});

api.post('/articles/:slug/favorite', signedIn, (c) => {
  const article = bySlug(c);
  favorites.add(`${c.get('viewer').id}>${article.id}`);
  return c.json({ article: showArticle(article, c.get('viewer')) });
});

api.delete('/articles/:slug/favorite', signedIn, (c) => {
  const article = bySlug(c);
  favorites.delete(`${c.get('viewer').id}>${article.id}`);
  return c.json({ article: showArticle(article, c.get('viewer')) });
});

api.get('/articles/:slug/comments', (c) => {
  const { id } = bySlug(c);
  const here = comments.filter((comment) => comment.article === id);
  return c.json({ comments: here.map((comment) => showComment(comment, c.get('viewer'))) });
});

api.post('/articles/:slug/comments', signedIn, async (c) => {
  const article = bySlug(c).id;
  const { body } = filled(await sent(c, 'comment'), 'body');
  const createdAt = new Date();
  const comment = { id: nextId(), createdAt, updatedAt: createdAt, body, article, author: c.get('viewer').id };
  comments.push(comment);
  return c.json({ comment: showComment(comment, c.get('viewer')) });
});

api.delete('/articles/:slug/comments/:id', signedIn, (c) => {
  const article = bySlug(c);
  const comment = comments.find(({ id }) => id === Number(c.req.param('id')));
  if (comment?.article !== article.id) refuse(404, 'no such comment');
  if (comment.author !== c.get('viewer').id) refuse(403, 'somebody else wrote this');
  drop(comments, comment);
  return c.body(null, 200);
});

api.get('/tags', (c) => c.json({ tags: [...new Set(articles.flatMap((article) => article.tagList))] }));

serve({ fetch: api.fetch, port: 3000 }, () => console.log('Conduit serves port 3000'));
