const fastify = require('fastify')({ logger: true });
fastify.register(require('@fastify/cors'));
fastify.register(require('./routes'), { prefix: '/api' });
fastify.listen({ port: 3000 });
