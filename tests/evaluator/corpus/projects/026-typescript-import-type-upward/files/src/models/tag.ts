import type { TagService } from '../services/tag.service.js';

export interface Tag {
  name: string;
  uses: number;
}

export interface TagContext {
  tag: Tag;
  service: TagService;
}
