import { Hono, type Context } from 'hono';
import { requireAuth } from '../auth';

const app = new Hono<{ Variables: { user: string } }>();

app.get('/:username', requireAuth, async (c: Context): Promise<Response> => { // getProfile
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.post('/:username/follow', requireAuth, async (c: Context): Promise<Response> => { // followUser
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.delete('/:username/follow', requireAuth, async (c: Context): Promise<Response> => { // unfollowUser
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

export default app;
