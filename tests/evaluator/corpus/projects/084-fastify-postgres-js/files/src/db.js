import postgres from 'postgres';

const { DB_HOST = 'db', DB_NAME = 'conduit' } = process.env;

export const sql = postgres({ hostname: DB_HOST, database: DB_NAME, username: 'user', password: 'password' });
