import pg from 'pg';

export const pool = new pg.Pool({
  host: process.env.PGHOST ?? 'postgres',
  port: 5432,
  user: 'user',
  password: 'password',
  database: 'conduit',
});

export async function createSchema(): Promise<void> {
  await pool.query('CREATE TABLE IF NOT EXISTS tags (name TEXT PRIMARY KEY, uses INTEGER NOT NULL DEFAULT 0)');
}
