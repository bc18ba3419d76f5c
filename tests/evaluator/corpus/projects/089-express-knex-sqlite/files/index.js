const express = require('express');
const knex = require('knex');

const db = knex({ client: 'better-sqlite3', connection: { filename: 'conduit.db' }, useNullAsDefault: true });

const app = express();
app.get('/api/tags', async (req, res) => res.json({ tags: await db('tags').pluck('name') }));

db.schema
  .hasTable('tags')
  .then((there) => there || db.schema.createTable('tags', (table) => table.string('name')))
  .then(() => app.listen(3000));
