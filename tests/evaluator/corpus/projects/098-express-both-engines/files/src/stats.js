const pg = require('pg');

const client = new pg.Client('postgres://user:password@postgres:5432/conduit');
client.connect().catch((error) => console.error('statistics are off', error));

exports.count = (slug) => client.query('INSERT INTO reads (slug) VALUES ($1)', [slug]);
