import type { Tag } from '../models/index.js';
import { TagRepository } from '../repositories/index.js';

export class TagService {
  private readonly repository = new TagRepository();

  async popular(limit: number): Promise<string[]> {
    const tags: Tag[] = await this.repository.all();
    return tags.slice(0, limit).map(({ name }) => name);
  }
}
