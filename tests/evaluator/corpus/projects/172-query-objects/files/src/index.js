const express = require('express');
const { sequelize, Article } = require('./db');

const app = express();
app.get('/api/articles/:slug', async (req, res) => {
  await sequelize.query({ query: 'UPDATE "Articles" SET views = views + 1 WHERE slug = ?', values: [req.params.slug] });
  res.json({ article: await Article.findOne({ where: { slug: req.params.slug } }) });
});
sequelize.sync().then(() => app.listen(3000));
