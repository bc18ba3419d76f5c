import { rows } from '../repositories/articles.js';

export const list = () => rows().filter((article) => !article.draft);
