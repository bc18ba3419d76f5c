import { Hono } from 'hono';
import { profileOf } from '../services/profiles.js';

export const profiles = new Hono();
profiles.get('/:username', (c) => {
  const profile = profileOf(c.req.param('username'));
  return profile ? c.json({ profile }) : c.json({ errors: { body: ['unknown profile'] } }, 404);
});
