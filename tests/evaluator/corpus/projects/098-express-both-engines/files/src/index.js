const express = require('express');
const Database = require('better-sqlite3');
const stats = require('./stats');

const db = new Database('conduit.db');
db.exec('CREATE TABLE IF NOT EXISTS articles (slug TEXT, title TEXT)');

const app = express();
app.get('/api/articles/:slug', async (req, res) => {
  const article = db.prepare('SELECT slug, title FROM articles WHERE slug = ?').get(req.params.slug);
  await stats.count(req.params.slug);
  res.json({ article });
});
app.listen(3000);
