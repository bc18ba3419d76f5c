import { pool } from '../config/postgres.js';
import type { Tag } from '../models/tag.js';
import { rank } from '../shared/index.js';

export class TagRepository {
  async all(): Promise<Tag[]> {
    const { rows } = await pool.query<Tag>('SELECT name, uses FROM tags');
    return rows.sort((a, b) => rank(b.uses) - rank(a.uses));
  }
}
