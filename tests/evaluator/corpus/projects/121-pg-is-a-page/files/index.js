const express = require('express');
const Database = require('better-sqlite3');

const db = new Database('conduit.db');
db.exec('CREATE TABLE IF NOT EXISTS articles (id INTEGER PRIMARY KEY, title TEXT)');
const page = db.prepare('SELECT title FROM articles ORDER BY id LIMIT 20 OFFSET ?');

const app = express();
app.get('/api/articles', (req, res) => {
  const number = Number(req.query['pg'] ?? 1);
  if (!Number.isInteger(number)) return res.status(422).json({ errors: { pg: ['is no number'] } });
  return res.json({ articles: page.all((number - 1) * 20) });
});
app.listen(3000);
