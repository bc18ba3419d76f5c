const { db } = require('../db');

exports.findBySlug = (slug) =>
  db.prepare('SELECT id, slug, body, created_at FROM comments WHERE slug = ? ORDER BY id DESC').all(slug);

exports.insert = (slug, body) => {
  const info = db.prepare('INSERT INTO comments (slug, body) VALUES (?, ?)').run(slug, body);
  return db.prepare('SELECT id, slug, body, created_at FROM comments WHERE id = ?').get(info.lastInsertRowid);
};
