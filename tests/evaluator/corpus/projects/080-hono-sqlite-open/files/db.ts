import { open, type Database } from 'sqlite';
import driver from 'sqlite3';

let db: Database | undefined;

export async function database(): Promise<Database> {
  if (!db) {
    db = await open({ filename: './conduit.db', driver: driver.Database });
    await db.exec('CREATE TABLE IF NOT EXISTS tags (name TEXT)');
  }
  return db;
}
