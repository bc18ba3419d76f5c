const express = require('express');
const { sequelize, Article } = require('./article');
const { search } = require('./search');

const app = express();
app.get('/api/articles', async (req, res) => {
  const articles = req.query.q ? await search(req.query.q) : await Article.findAll({ limit: 20 });
  res.json({ articles, articlesCount: articles.length });
});
sequelize.sync().then(() => app.listen(3000));
