import type { Article } from '../models/article.js';

export class ArticleRepository {
  private readonly rows = new Map<string, Article>();

  find(slug: string): Article | undefined {
    return this.rows.get(slug);
  }
}
