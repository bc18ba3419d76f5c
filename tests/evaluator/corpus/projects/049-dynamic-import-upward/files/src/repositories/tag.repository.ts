import { pool } from '../config/postgres.js';
import type { Tag } from '../models/tag.js';

export class TagRepository {
  async all(): Promise<Tag[]> {
    const { rows } = await pool.query<Tag>('SELECT name, uses FROM tags');
    if (rows.length > 1000) {
      const { alertMany } = await import('../services/alerts.js');
      alertMany('*');
    }
    return rows;
  }

  async touch(name: string): Promise<void> {
    await pool.query('UPDATE tags SET uses = uses + 1 WHERE name = $1', [name]);
    import('../services/alerts.js').then((alerts) => alerts.alertMany(name));
  }
}
