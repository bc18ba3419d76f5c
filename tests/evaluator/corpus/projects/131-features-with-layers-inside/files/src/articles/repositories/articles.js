import { Article } from '../models/article.js';

const rows = new Map([['hello', new Article('hello', 'jake')]]);
export const find = (slug) => rows.get(slug);
