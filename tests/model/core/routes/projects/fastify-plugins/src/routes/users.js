module.exports = async function (fastify, opts) {
  fastify.post('/', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, registerUser);
  fastify.post('/login', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, loginUser);
};

async function registerUser(request, reply) {
  return {};
}

async function loginUser(request, reply) {
  return {};
}
