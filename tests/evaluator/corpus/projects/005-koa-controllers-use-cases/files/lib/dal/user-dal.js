const Database = require('better-sqlite3');

const db = new Database('conduit.db');
db.exec('CREATE TABLE IF NOT EXISTS users (id INTEGER PRIMARY KEY, username TEXT, email TEXT UNIQUE)');

exports.exists = (email) => Boolean(db.prepare('SELECT 1 FROM users WHERE email = ?').get(email));
exports.insert = (user) => {
  const { lastInsertRowid } = db.prepare('INSERT INTO users (username, email) VALUES (?, ?)').run(user.username, user.email);
  return { id: lastInsertRowid, ...user };
};
