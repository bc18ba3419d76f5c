import { Article } from '../models/article.js';

export const rows = () => [new Article('a'), new Article('b', true)];
