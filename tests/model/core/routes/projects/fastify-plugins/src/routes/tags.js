module.exports = async function (fastify, opts) {
  fastify.get('/', { schema: { body: { type: 'object' } }, preHandler: [fastify.auth] }, listTags);
};

async function listTags(request, reply) {
  return {};
}
