import { FollowTable } from '../persistence/follow-table';
import type { Follow } from '../types/follow';

export type { Follow };

export class Follows {
  constructor(private readonly table = new FollowTable()) {}

  add(follower: string, followed: string): Follow {
    if (follower === followed) throw new RangeError('nobody follows themselves');
    return this.table.insert({ follower, followed });
  }
}
