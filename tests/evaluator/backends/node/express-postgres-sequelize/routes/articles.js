'use strict';

const { Router } = require('express');
const articles = require('../services/articles');
const comments = require('../services/comments');
const { signedIn } = require('./access');

const router = Router();

router.get('/articles', async (req, res) => res.json(await articles.list(req.query, req.viewer)));

router.get('/articles/feed', signedIn, async (req, res) => res.json(await articles.feed(req.query, req.viewer)));

router.post('/articles', signedIn, async (req, res) => {
  res.status(201).json({ article: await articles.write(req.body?.article, req.viewer) });
});

router.get('/articles/:slug', async (req, res) => {
  res.json({ article: await articles.single(req.params.slug, req.viewer) });
});

router.put('/articles/:slug', signedIn, async (req, res) => {
  res.json({ article: await articles.rewrite(req.params.slug, req.body?.article, req.viewer) });
});

router.delete('/articles/:slug', signedIn, async (req, res) => {
  await articles.remove(req.params.slug, req.viewer);
  res.status(200).end();
});

router.post('/articles/:slug/favorite', signedIn, async (req, res) => {
  res.json({ article: await articles.favorite(req.params.slug, req.viewer) });
});

router.delete('/articles/:slug/favorite', signedIn, async (req, res) => {
  res.json({ article: await articles.unfavorite(req.params.slug, req.viewer) });
});

router.get('/articles/:slug/comments', async (req, res) => {
  res.json({ comments: await comments.list(req.params.slug, req.viewer) });
});

router.post('/articles/:slug/comments', signedIn, async (req, res) => {
  res.json({ comment: await comments.write(req.params.slug, req.body?.comment, req.viewer) });
});

router.delete('/articles/:slug/comments/:id', signedIn, async (req, res) => {
  await comments.remove(req.params.slug, Number(req.params.id), req.viewer);
  res.status(200).end();
});

router.get('/tags', async (req, res) => res.json({ tags: await articles.tags() }));

module.exports = router;
