module.exports = async function (fastify, opts) {
  fastify.get('/', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, currentUser);
  fastify.put('/', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, updateUser);
};

async function currentUser(request, reply) {
  return {};
}

async function updateUser(request, reply) {
  return {};
}
