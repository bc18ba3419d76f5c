import { pool } from '@cfg/postgres';
import { byUses } from '@biz/ranking';
import type { Tag } from '../models/tag.js';

export class TagRepository {
  async all(): Promise<Tag[]> {
    const { rows } = await pool.query<Tag>('SELECT name, uses FROM tags');
    return rows.sort(byUses);
  }
}
