import { profileOf } from '../../profiles/services/profiles.js';
import { find } from '../repositories/articles.js';

export function read(slug) {
  const article = find(slug);
  return article && { ...article, author: profileOf(article.author) };
}
