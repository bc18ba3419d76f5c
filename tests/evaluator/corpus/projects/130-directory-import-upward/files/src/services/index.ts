import { allTags } from '../repositories/tags';

export const limit = 50;

export function tagsByName(): string[] {
  return allTags()
    .map((tag) => tag.name)
    .sort();
}
