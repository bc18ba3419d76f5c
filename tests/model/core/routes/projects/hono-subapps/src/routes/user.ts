import { Hono, type Context } from 'hono';
import { requireAuth } from '../auth';

const app = new Hono<{ Variables: { user: string } }>();

app.get('/', requireAuth, async (c: Context): Promise<Response> => { // currentUser
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.put('/', requireAuth, async (c: Context): Promise<Response> => { // updateUser
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

export default app;
