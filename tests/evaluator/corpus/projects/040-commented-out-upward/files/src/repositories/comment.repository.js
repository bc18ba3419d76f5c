const { db } = require('../db');
// const notify = require('../services/notify.service');

/*
 * An earlier version went through the service:
 *   const { add } = require('../services/comment.service');
 */
exports.findBySlug = (slug) => db.prepare('SELECT id, slug, body, created_at FROM comments WHERE slug = ?').all(slug);

exports.insert = (slug, body) => {
  const info = db.prepare('INSERT INTO comments (slug, body) VALUES (?, ?)').run(slug, body);
  // notify.commentAdded(slug);
  return { id: info.lastInsertRowid, slug, body };
};
