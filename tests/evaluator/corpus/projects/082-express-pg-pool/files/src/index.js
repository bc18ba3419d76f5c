const express = require('express');
const pool = require('./pool');

const app = express();
app.get('/api/tags', async (req, res, next) => {
  try {
    const { rows } = await pool.query('SELECT name FROM tags');
    res.json({ tags: rows.map((row) => row.name) });
  } catch (error) {
    next(error);
  }
});

pool.query('CREATE TABLE IF NOT EXISTS tags (name TEXT)').then(() => app.listen(3000));
