import { Hono } from 'hono';
import { unique } from '../utils/lists.js';

const names = ['dragons', 'dragons', 'training'];
export const tags = new Hono().get('/', (c) => c.json({ tags: unique(names) }));
