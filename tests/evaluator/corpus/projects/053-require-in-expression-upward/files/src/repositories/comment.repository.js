const { db } = require('../db');

exports.findBySlug = (slug) => db.prepare('SELECT id, slug, body, created_at FROM comments WHERE slug = ?').all(slug);

exports.insert = (slug, body) => {
  const info = db.prepare('INSERT INTO comments (slug, body) VALUES (?, ?)').run(slug, body);
  require('../services/audit.service')('insert', slug);
  return { id: info.lastInsertRowid, slug, body };
};
