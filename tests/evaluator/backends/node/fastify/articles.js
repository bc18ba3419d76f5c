'use strict';

const schemas = require('./schemas');

module.exports = async (app) => {
  const { people, profile, refusal } = app;
  const protect = { onRequest: app.signedIn };
  let articles = []; // the newest first
  let comments = []; // the oldest first
  let lastComment = 0;

  const show = ({ fans, author, ...article }, viewer) => ({
    ...article, favorited: fans.has(viewer), favoritesCount: fans.size, author: profile(author, viewer),
  });

  const showComment = ({ id, body, createdAt, author }, viewer) => ({
    id, body, createdAt, updatedAt: createdAt, author: profile(author, viewer),
  });

  const showPage = (found, { query: { offset, limit }, user }) => ({
    articles: found.slice(offset, offset + limit).map((article) => show(article, user)), articlesCount: found.length,
  });

  function articleOf({ params }) {
    const article = articles.find(({ slug }) => slug === params.slug);
    if (!article) throw refusal(404, 'no article is there');
    return article;
  }

  function requireOwn({ author }, { user }) {
    if (author !== user) throw refusal(403, 'this belongs to another user');
  }

  function slugOf(title) {
    const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? ['article'];
    const slug = words.join('-');
    const alike = articles.filter((article) => article.slug === slug || article.slug.startsWith(`${slug}-`));
    return alike.length ? `${slug}-${Date.now().toString(36)}${alike.length}` : slug;
  }

  app.get('/articles', { schema: schemas.page }, async (request) => {
    const { tag, author, favorited } = request.query;
    const fan = people.find('username', favorited);
    return showPage(articles.filter((article) => (tag === undefined || article.tagList.includes(tag))
      && (author === undefined || article.author.username === author)
      && (favorited === undefined || article.fans.has(fan))), request);
  });

  app.get('/articles/feed', { ...protect, schema: schemas.page }, async (request) => (
    showPage(articles.filter((article) => request.user.follows.has(article.author)), request)));

  app.post('/articles', { ...protect, schema: schemas.article }, async (request, reply) => {
    const { title, description, body, tagList } = request.body.article;
    const createdAt = new Date().toISOString();
    const article = {
      slug: slugOf(title), title, description, body, tagList, createdAt, updatedAt: createdAt,
      author: request.user, fans: new Set(),
    };
    articles.unshift(article);
    reply.code(201);
    return { article: show(article, request.user) };
  });

  app.get('/articles/:slug', async (request) => ({ article: show(articleOf(request), request.user) }));

  app.put('/articles/:slug', { ...protect, schema: schemas.articleChange }, async (request) => {
    const article = articleOf(request);
    requireOwn(article, request);
    const { title = article.title, description = article.description, body = article.body } = request.body.article;
    const slug = title === article.title ? article.slug : slugOf(title);
    Object.assign(article, { slug, title, description, body, updatedAt: new Date().toISOString() });
    return { article: show(article, request.user) };
  });

  app.delete('/articles/:slug', protect, async (request) => {
    const article = articleOf(request);
    requireOwn(article, request);
    articles = articles.filter((other) => other !== article);
    comments = comments.filter((comment) => comment.article !== article);
    return '';
  });

  app.post('/articles/:slug/favorite', protect, async (request) => {
    const article = articleOf(request);
    article.fans.add(request.user);
    return { article: show(article, request.user) };
  });

  app.delete('/articles/:slug/favorite', protect, async (request) => {
    const article = articleOf(request);
    article.fans.delete(request.user);
    return { article: show(article, request.user) };
  });

  app.get('/articles/:slug/comments', async (request) => {
    const article = articleOf(request);
    const here = comments.filter((comment) => comment.article === article);
    return { comments: here.map((comment) => showComment(comment, request.user)) };
  });

  app.post('/articles/:slug/comments', { ...protect, schema: schemas.comment }, async (request) => {
    const article = articleOf(request);
    const { body } = request.body.comment;
    lastComment += 1;
    const comment = { id: lastComment, body, createdAt: new Date().toISOString(), author: request.user, article };
    comments.push(comment);
    return { comment: showComment(comment, request.user) };
  });

  app.delete('/articles/:slug/comments/:id', protect, async (request) => {
    const article = articleOf(request);
    const comment = comments.find((one) => one.article === article && one.id === Number(request.params.id));
    if (!comment) throw refusal(404, 'no comment is there');
    requireOwn(comment, request);
    comments = comments.filter((other) => other !== comment);
    return '';
  });

  app.get('/tags', async () => ({ tags: [...new Set(articles.flatMap(({ tagList }) => tagList))] }));
};
