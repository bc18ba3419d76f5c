import type { Request, Response } from 'express';
import { inject, injectable } from 'inversify';
import { TYPES } from './types';
import type { TagService } from '../services/tag.service';

@injectable()
export class TagController {
  constructor(@inject(TYPES.TagService) private readonly tags: TagService) {}

  index = (_req: Request, res: Response): void => {
    res.json({ tags: this.tags.names() });
  };
}
