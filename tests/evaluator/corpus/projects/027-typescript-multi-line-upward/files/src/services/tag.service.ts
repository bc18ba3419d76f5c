import type { Tag } from '../models/tag.js';
import { TagRepository } from '../repositories/tag.repository.js';

export class TagService {
  constructor(private readonly repository: TagRepository = new TagRepository()) {}

  async popular(limit: number): Promise<string[]> {
    const tags: Tag[] = await this.repository.all();
    return tags
      .sort((a, b) => b.uses - a.uses)
      .slice(0, limit)
      .map((tag) => tag.name);
  }
}
