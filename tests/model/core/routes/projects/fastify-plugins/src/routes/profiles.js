module.exports = async function (fastify, opts) {
  fastify.get('/:username', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, getProfile);
  fastify.post('/:username/follow', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, followUser);
  fastify.delete('/:username/follow', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, unfollowUser);
};

async function getProfile(request, reply) {
  return {};
}

async function followUser(request, reply) {
  return {};
}

async function unfollowUser(request, reply) {
  return {};
}
