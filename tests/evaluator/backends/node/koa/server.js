import Koa from 'koa';
import Router from '@koa/router';
import { bodyParser } from '@koa/bodyparser';
import { Conduit } from './conduit.js';

const conduit = new Conduit();
const api = new Router({ prefix: '/api' });

async function reportRefusals(ctx, next) {
  try {
    await next();
  } catch (refusal) {
    const [status, reason] = Array.isArray(refusal) ? refusal : [refusal.status ?? 500, refusal.message];
    ctx.status = status;
    ctx.body = { errors: { body: [reason] } };
  }
}

async function findViewer(ctx, next) {
  const [, token] = /^Token (.+)$/.exec(ctx.get('Authorization')) ?? [];
  ctx.state.viewer = conduit.userWithToken(token);
  await next();
}

async function signedIn(ctx, next) {
  if (!ctx.state.viewer) throw [401, 'please log in'];
  await next();
}

/** A handler that answers with what `work` gives, under `key` if there is one. */
const answer = (work, key, status = 200) => (ctx) => {
  const result = work({ ...ctx.params, viewer: ctx.state.viewer, query: ctx.query, sent: ctx.request.body ?? {} });
  ctx.status = status;
  ctx.body = key ? { [key]: result } : result ?? '';
};

api.get('/health-check', answer(() => ({ healthy: true })));

api.post('/users', answer(({ sent }) => conduit.register(sent.user), 'user', 201));
api.post('/users/login', answer(({ sent }) => conduit.login(sent.user), 'user'));
api.get('/user', signedIn, answer(({ viewer }) => conduit.account(viewer), 'user'));
api.put('/user', signedIn, answer(({ viewer, sent }) => conduit.changeUser(viewer, sent.user), 'user'));

api.get('/profiles/:name', answer(({ name, viewer }) => conduit.profile(name, viewer), 'profile'));
api.post(
  '/profiles/:name/follow',
  signedIn,
  answer(({ name, viewer }) => conduit.follow(name, viewer, true), 'profile'),
);
api.delete(
  '/profiles/:name/follow',
  signedIn,
  answer(({ name, viewer }) => conduit.follow(name, viewer, false), 'profile'),
);

api.get('/articles', answer(({ query, viewer }) => conduit.articles(query, viewer)));
api.get('/articles/feed', signedIn, answer(({ query, viewer }) => conduit.feed(query, viewer)));
api.post('/articles', signedIn, answer(({ sent, viewer }) => conduit.write(sent.article, viewer), 'article', 201));
api.get('/articles/:slug', answer(({ slug, viewer }) => conduit.article(slug, viewer), 'article'));
api.put(
  '/articles/:slug',
  signedIn,
  answer(({ slug, sent, viewer }) => conduit.rewrite(slug, sent.article, viewer), 'article'),
);
api.delete('/articles/:slug', signedIn, answer(({ slug, viewer }) => conduit.remove(slug, viewer)));
api.post(
  '/articles/:slug/favorite',
  signedIn,
  answer(({ slug, viewer }) => conduit.favorite(slug, viewer, true), 'article'),
);
api.delete(
  '/articles/:slug/favorite',
  signedIn,
  answer(({ slug, viewer }) => conduit.favorite(slug, viewer, false), 'article'),
);

api.get('/articles/:slug/comments', answer(({ slug, viewer }) => conduit.comments(slug, viewer), 'comments'));
api.post(
  '/articles/:slug/comments',
  signedIn,
  answer(({ slug, sent, viewer }) => conduit.comment(slug, sent.comment, viewer), 'comment'),
);
api.delete(
  '/articles/:slug/comments/:id',
  signedIn,
  answer(({ slug, id, viewer }) => conduit.removeComment(slug, id, viewer)),
);

api.get('/tags', answer(() => conduit.tags(), 'tags'));

const app = new Koa();
app.use(reportRefusals);
app.use(bodyParser());
app.use(findViewer);
app.use(api.routes());
app.listen(3000, () => console.log('Conduit is up on port 3000'));
