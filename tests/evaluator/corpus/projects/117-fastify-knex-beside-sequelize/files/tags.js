import knex from 'knex';

const db = knex({ client: 'pg', connection: 'postgres://user:password@postgres/conduit' });

export const tagNames = () => db('tags').select('name').orderBy('name');
