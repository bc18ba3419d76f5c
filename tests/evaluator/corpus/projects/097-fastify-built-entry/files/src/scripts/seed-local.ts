import Database from 'better-sqlite3';

const db = new Database('local.db');
db.exec('CREATE TABLE IF NOT EXISTS tags (name TEXT)');
console.log('seeded');
