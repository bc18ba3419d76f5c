const { db } = require('~root/db');
const sanitise = require('~biz/sanitise');

exports.findBySlug = (slug) => db.prepare('SELECT id, slug, body, created_at FROM comments WHERE slug = ?').all(slug);

exports.insert = (slug, body) => {
  const info = db.prepare('INSERT INTO comments (slug, body) VALUES (?, ?)').run(slug, sanitise(body));
  return { id: info.lastInsertRowid, slug, body };
};
