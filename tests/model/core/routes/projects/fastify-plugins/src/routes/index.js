async function routes(fastify) {
  fastify.register(require('./users'), { prefix: '/users' });
  fastify.register(require('./user'), { prefix: '/user' });
  fastify.register(require('./profiles'), { prefix: '/profiles' });
  fastify.register(require('./articles'), { prefix: '/articles' });
  fastify.register(require('./tags'), { prefix: '/tags' });
}
module.exports = routes;
