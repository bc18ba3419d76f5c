const path = require('path');
const { db } = require('../db');

function load(folder, name) {
  // for instance load('services', 'notify') in the tests
  return require(path.join(process.cwd(), folder, `${name}.js`));
}

exports.load = load;
exports.findBySlug = (slug) => db.prepare('SELECT id, slug, body, created_at FROM comments WHERE slug = ?').all(slug);
exports.insert = (slug, body) => {
  const info = db.prepare('INSERT INTO comments (slug, body) VALUES (?, ?)').run(slug, body);
  return { id: info.lastInsertRowid, slug, body };
};
