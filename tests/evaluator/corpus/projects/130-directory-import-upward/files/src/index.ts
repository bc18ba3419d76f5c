import Fastify from 'fastify';
import { tagRoutes } from './routes/tags';

const app = Fastify();
app.register(tagRoutes, { prefix: '/api' });
app.listen({ port: 3000 });
