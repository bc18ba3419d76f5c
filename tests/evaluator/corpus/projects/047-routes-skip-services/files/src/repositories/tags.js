const Database = require('better-sqlite3');
const { Tag } = require('../models/tag');

const db = new Database('./conduit.db');
db.exec('CREATE TABLE IF NOT EXISTS tags (name TEXT)');
exports.all = () => db.prepare('SELECT name FROM tags').all().map((row) => new Tag(row).name);
