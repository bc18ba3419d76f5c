import { HIGHEST } from '#rules/limits.js';
import { Article } from '#models/article.js';

const rows = [new Article('hello-world', 'Hello, world')];

export const page = (limit) => rows.slice(0, Math.min(limit, HIGHEST));
