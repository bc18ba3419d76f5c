const { Pool } = require('pg');

const pool = new Pool({ connectionString: 'postgres://user:password@postgres:5432/conduit' });

exports.search = async (words) => {
  const { rows } = await pool.query('SELECT title FROM articles WHERE title ILIKE $1', [`%${words}%`]);
  return rows;
};
