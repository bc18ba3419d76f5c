const Database = require('better-sqlite3');
const Tag = require('../models/tag');

const db = new Database('conduit.db');
db.exec('CREATE TABLE IF NOT EXISTS tags (name TEXT)');

/** @param {import('../services/tags').Options} options */
exports.all = ({ limit }) => db.prepare('SELECT name FROM tags LIMIT ?').all(limit).map((row) => new Tag(row));
