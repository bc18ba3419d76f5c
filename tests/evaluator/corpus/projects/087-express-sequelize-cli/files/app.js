const express = require('express');
const { Tag } = require('./models');

const app = express();
app.get('/api/tags', async (req, res) => {
  const tags = await Tag.findAll({ attributes: ['name'] });
  res.json({ tags: tags.map((tag) => tag.name) });
});
app.listen(process.env.PORT || 3000);
