import { pool } from '../config/postgres.js';
import type { Tag } from '../models/tag.js';

export class TagRepository {
  async all(): Promise<Tag[]> {
    const result = await pool.query<Tag>('SELECT name, uses FROM tags');
    return result.rows;
  }

  async touch(name: string): Promise<void> {
    await pool.query('INSERT INTO tags (name, uses) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET uses = tags.uses + 1', [name]);
  }
}
