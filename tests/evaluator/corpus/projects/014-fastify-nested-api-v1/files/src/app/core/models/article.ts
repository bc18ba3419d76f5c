export interface Article {
  slug: string;
  title: string;
  body: string;
}

export const isArticle = (value: unknown): value is Article => typeof value === 'object' && value !== null && 'slug' in value;
