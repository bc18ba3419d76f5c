import { ArticleRepository } from '../repositories/article-repository.js';
import type { Article } from '../models/article.js';

export class ArticleService {
  private readonly articles = new ArticleRepository();

  bySlug(slug: string): Article | undefined {
    return this.articles.find(slug.trim());
  }
}
