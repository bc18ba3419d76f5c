import Database from 'better-sqlite3';
import { Pool } from 'pg';

export interface Store {
  tags(): Promise<string[]>;
}

class SqliteStore implements Store {
  private readonly db = new Database('conduit.db');

  async tags(): Promise<string[]> {
    return this.db.prepare('SELECT name FROM tags').all().map((row) => (row as { name: string }).name);
  }
}

class PostgresStore implements Store {
  private readonly pool = new Pool({ host: 'postgres', database: 'conduit' });

  async tags(): Promise<string[]> {
    return (await this.pool.query('SELECT name FROM tags')).rows.map((row) => row.name);
  }
}

export const store: Store = process.env.STORE === 'postgres' ? new PostgresStore() : new SqliteStore();
