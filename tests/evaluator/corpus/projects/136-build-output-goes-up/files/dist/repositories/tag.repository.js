import { pool } from '../config/postgres.js';
import { rank } from '../services/ranking.js';

export class TagRepository {
  async all() {
    const { rows } = await pool.query('SELECT name, uses FROM tags');
    return rows.sort((a, b) => rank(b.uses) - rank(a.uses));
  }
}
