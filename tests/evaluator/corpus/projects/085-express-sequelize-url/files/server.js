const express = require('express');
const { sequelize, Article } = require('./models');

const app = express();
app.use(express.json());

app.get('/api/articles/:slug', async (req, res) => {
  const article = await Article.findOne({ where: { slug: req.params.slug } });
  if (!article) return res.status(404).json({ errors: { article: ['not found'] } });
  return res.json({ article });
});

sequelize.sync().then(() => app.listen(3000));
