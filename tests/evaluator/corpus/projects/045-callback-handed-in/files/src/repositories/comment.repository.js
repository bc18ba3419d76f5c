const { db } = require('../db');

const listeners = [];
exports.onInsert = (listener) => listeners.push(listener);

exports.findBySlug = (slug) => db.prepare('SELECT id, slug, body, created_at FROM comments WHERE slug = ?').all(slug);

exports.insert = (slug, body) => {
  const info = db.prepare('INSERT INTO comments (slug, body) VALUES (?, ?)').run(slug, body);
  const comment = { id: info.lastInsertRowid, slug, body };
  listeners.forEach((listener) => listener(comment));
  return comment;
};
