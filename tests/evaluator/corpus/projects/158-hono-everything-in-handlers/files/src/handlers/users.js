import { Hono } from 'hono';
import { isEmail } from '../utils/checks.js';

const known = new Map();
export const users = new Hono().post('/', async (c) => {
  const { user } = await c.req.json();
  if (!isEmail(user.email)) return c.json({ errors: { email: ['is invalid'] } }, 422);
  known.set(user.email, user);
  return c.json({ user }, 201);
});
