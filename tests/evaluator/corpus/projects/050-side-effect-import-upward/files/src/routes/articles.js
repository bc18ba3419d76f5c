import { Hono } from 'hono';
import { list } from '../services/articles.js';

const articles = new Hono();
articles.get('/', (c) => c.json({ articles: list(), articlesCount: list().length }));
export default articles;
