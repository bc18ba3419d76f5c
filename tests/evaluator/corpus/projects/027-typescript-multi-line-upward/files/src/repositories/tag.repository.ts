import { pool } from '../config/postgres.js';
import type { Tag } from '../models/tag.js';
import {
  MINIMUM_USES,
  rank,
} from '../services/ranking.js';

export class TagRepository {
  async all(): Promise<Tag[]> {
    const { rows } = await pool.query<Tag>('SELECT name, uses FROM tags WHERE uses >= $1', [MINIMUM_USES]);
    return rows.map((row) => ({ ...row, uses: rank(row.uses) }));
  }
}
