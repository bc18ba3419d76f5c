const express = require('express');
const { Pool } = require('pg');

const pool = new Pool({ host: 'postgres', user: 'user', password: 'password', database: 'conduit' });
const app = express();
app.use(express.json());

app.get('/api/articles/:slug', async (req, res) => {
  const { rows } = await pool.query('SELECT slug, title FROM articles WHERE slug = $1', [req.params.slug]);
  if (rows.length === 0) return res.status(404).json({ errors: { article: ['not found'] } });
  return res.json({ article: rows[0] });
});

async function main() {
  await pool.query('CREATE TABLE IF NOT EXISTS articles (slug TEXT PRIMARY KEY, title TEXT)');
  app.listen(3000);
}

main();
