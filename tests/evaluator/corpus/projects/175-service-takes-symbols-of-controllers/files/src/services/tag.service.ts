import { inject, injectable } from 'inversify';
import { TYPES } from '../controllers/types';
import type { TagRepository } from '../repositories/tag.repository';

@injectable()
export class TagService {
  constructor(@inject(TYPES.TagRepository) private readonly repository: TagRepository) {}

  names(): string[] {
    return this.repository.all().map((tag) => tag.name);
  }
}
