'use strict';

const app = require('fastify')();

// Clients say that they send JSON even where they send nothing.
app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
  try {
    done(null, body === '' ? {} : JSON.parse(body));
  } catch {
    done(Object.assign(new Error('the body is no JSON'), { statusCode: 422 }));
  }
});

app.setErrorHandler((error, request, reply) => {
  const status = error.validation ? 422 : error.statusCode ?? 500;
  reply.code(status).send({ errors: { body: [error.message] } });
});

app.setNotFoundHandler((request, reply) => reply.code(404).send({ errors: { body: ['not found'] } }));

app.register(require('./accounts'));
app.register(async (api) => {
  api.get('/health-check', async () => ({ status: 'up' }));
  api.register(require('./users'));
  api.register(require('./articles'));
}, { prefix: '/api' });

app.listen({ port: 3000, host: '0.0.0.0' }).then((address) => console.log(`listening at ${address}`));
