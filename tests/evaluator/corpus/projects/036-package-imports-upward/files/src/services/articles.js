import { page } from '../repositories/articles.js';

export const recent = (limit) => page(limit).map((article) => article.view());
