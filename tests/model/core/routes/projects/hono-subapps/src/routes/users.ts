import { Hono, type Context } from 'hono';
import { requireAuth } from '../auth';

const app = new Hono<{ Variables: { user: string } }>();

app.post('/', requireAuth, async (c: Context): Promise<Response> => { // registerUser
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.post('/login', requireAuth, async (c: Context): Promise<Response> => { // loginUser
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

export default app;
