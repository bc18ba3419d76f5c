import Fastify from 'fastify';
import { Article, sequelize } from './articles.js';
import { tagNames } from './tags.js';

const app = Fastify();
app.get('/api/tags', async () => ({ tags: await tagNames() }));
app.get('/api/articles', async () => ({ articles: await Article.findAll() }));

await sequelize.sync();
await app.listen({ port: 3000 });
