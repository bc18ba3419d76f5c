import { TagRepository } from '@/repositories/tag.repository';
import type { Tag } from '@/models/tag';

export class TagService {
  private readonly repository = new TagRepository();

  async popular(limit: number): Promise<string[]> {
    const tags: Tag[] = await this.repository.all();
    return tags.slice(0, limit).map((tag) => tag.name);
  }
}
