import { Hono, type Context } from 'hono';
import { requireAuth } from '../auth';

const app = new Hono<{ Variables: { user: string } }>();

app.get('/', requireAuth, async (c: Context): Promise<Response> => { // listArticles
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.get('/feed', requireAuth, async (c: Context): Promise<Response> => { // feedArticles
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.get('/:slug', requireAuth, async (c: Context): Promise<Response> => { // getArticle
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.post('/', requireAuth, async (c: Context): Promise<Response> => { // createArticle
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.put('/:slug', requireAuth, async (c: Context): Promise<Response> => { // updateArticle
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.delete('/:slug', requireAuth, async (c: Context): Promise<Response> => { // deleteArticle
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.post('/:slug/comments', requireAuth, async (c: Context): Promise<Response> => { // addComment
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.get('/:slug/comments', requireAuth, async (c: Context): Promise<Response> => { // listComments
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.delete('/:slug/comments/:id', requireAuth, async (c: Context): Promise<Response> => { // deleteComment
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.post('/:slug/favorite', requireAuth, async (c: Context): Promise<Response> => { // favoriteArticle
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

app.delete('/:slug/favorite', requireAuth, async (c: Context): Promise<Response> => { // unfavoriteArticle
  const body = await c.req.json<{ a: string }>();
  return c.json({ body });
});

export default app;
