import Fastify from 'fastify';
import { articlesPlugin } from './app/api/v1/articles.js';

const app = Fastify();
app.register(articlesPlugin, { prefix: '/api' });
app.listen({ port: 3000, host: '0.0.0.0' }).catch((error) => {
  app.log.error(error);
  process.exit(1);
});
