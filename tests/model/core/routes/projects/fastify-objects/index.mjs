import Fastify from 'fastify';
import fp from 'fastify-plugin';
import articles from './articles.mjs';
import * as accounts from './accounts.mjs';

export function build(opts = {}) {
  const app = Fastify(opts);
  app.register(fp(articles));
  app.register(accounts.routes, { prefix: '/api' });
  return app;
}
