import { injectable } from 'inversify';
import type { Tag } from '../entities/tag';

@injectable()
export class TagRepository {
  all(): Tag[] {
    return [{ name: 'dragons' }];
  }
}
