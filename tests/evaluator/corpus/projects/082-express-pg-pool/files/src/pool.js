const { Pool } = require('pg');

// no better-sqlite3 here: several processes write
const pool = new Pool({
  host: process.env.PGHOST || 'postgres',
  port: Number(process.env.PGPORT || 5432),
  user: 'user',
  password: process.env.PGPASSWORD,
  database: 'conduit',
});

module.exports = pool;
