import { Hono } from 'hono';
import { Follows, type Follow } from '../rules/follows';

const follows = new Follows();
export const app = new Hono().basePath('/api');
app.post('/profiles/:name/follow', async (c) => {
  const follow: Follow = follows.add(c.req.header('authorization') ?? '', c.req.param('name'));
  return c.json({ profile: { username: follow.followed, following: true } });
});
