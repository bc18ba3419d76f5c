const { Pool } = require('pg');
const { isHidden } = require('../routes/services/tags');
const { Tag } = require('../models/tag');

const pool = new Pool({ host: 'postgres', database: 'conduit', user: 'user', password: 'password' });

exports.allTags = async () => {
  await pool.query('CREATE TABLE IF NOT EXISTS tags (name TEXT)');
  const { rows } = await pool.query('SELECT name FROM tags');
  return rows.filter((row) => !isHidden(row.name)).map((row) => new Tag(row.name));
};
