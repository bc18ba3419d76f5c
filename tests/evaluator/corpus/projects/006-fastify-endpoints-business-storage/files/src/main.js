import Fastify from 'fastify';
import articleEndpoints from './endpoints/articles.js';

const server = Fastify();
server.get('/api/health-check', () => ({ ok: true }));
server.register(articleEndpoints, { prefix: '/api' });
server.listen({ port: 3000, host: '0.0.0.0' });
