'use strict';

const { promisify } = require('node:util');
const sqlite3 = require('sqlite3');

const schema = `
  PRAGMA foreign_keys = ON;
  CREATE TABLE IF NOT EXISTS users (
    id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, username TEXT NOT NULL UNIQUE, password TEXT NOT NULL,
    bio TEXT NOT NULL DEFAULT '', image TEXT NOT NULL DEFAULT '');
  CREATE TABLE IF NOT EXISTS sessions (
    token TEXT PRIMARY KEY, user INTEGER NOT NULL REFERENCES users);
  CREATE TABLE IF NOT EXISTS follows (
    follower INTEGER NOT NULL REFERENCES users, followed INTEGER NOT NULL REFERENCES users,
    PRIMARY KEY (follower, followed));
  CREATE TABLE IF NOT EXISTS articles (
    id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, title TEXT NOT NULL, description TEXT NOT NULL,
    body TEXT NOT NULL, tags TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL,
    author INTEGER NOT NULL REFERENCES users);
  CREATE TABLE IF NOT EXISTS favorites (
    user INTEGER NOT NULL REFERENCES users, article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (user, article));
  CREATE TABLE IF NOT EXISTS comments (
    id INTEGER PRIMARY KEY, body TEXT NOT NULL, created TEXT NOT NULL, author INTEGER NOT NULL REFERENCES users,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE);
`;

const database = new sqlite3.Database('conduit.sqlite');

/** All rows a statement gives; values are named ($name) and may be more than the statement names. */
async function rows(sql, values = {}) {
  const names = new Set(sql.match(/\$\w+/g));
  const bound = Object.fromEntries([...names].map((name) => [name, values[name.slice(1)]]));
  return promisify(database.all.bind(database))(sql, bound);
}

const row = async (sql, values) => (await rows(sql, values))[0];
const prepare = () => promisify(database.exec.bind(database))(schema);

module.exports = { rows, row, prepare };
