import { articles } from '../storage/articles.js';
import { makeArticle } from '../entities/article.js';

export function publishArticle({ title, body }) {
  const slug = title.toLowerCase().split(/\s+/).join('-');
  const article = makeArticle(slug, title, body);
  articles.save(article);
  return article;
}

export const readArticle = (slug) => articles.load(slug);
