const express = require('express');
const { sequelize, Article, feed, purge } = require('./db');

const app = express();
app.get('/api/articles/feed', async (req, res) => res.json({ articles: await feed(1) }));
app.get('/api/articles/:slug', async (req, res) => {
  res.json({ article: await Article.findOne({ where: { slug: req.params.slug } }) });
});

sequelize.sync().then(() => purge('Articles')).then(() => app.listen(3000));
