import Database from 'better-sqlite3';
import type { Follow } from '../types/follow';

export class FollowTable {
  private readonly db = new Database('conduit.db');

  constructor() {
    this.db.exec('CREATE TABLE IF NOT EXISTS follows (follower TEXT, followed TEXT)');
  }

  insert(follow: Follow): Follow {
    this.db.prepare('INSERT INTO follows VALUES (@follower, @followed)').run(follow);
    return follow;
  }
}
