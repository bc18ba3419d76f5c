export const routes = async (app) => {
  app.route({ method: ['POST'], url: '/users', handler: registerUser })
  app.route({ method: ['POST'], url: '/users/login', handler: loginUser })
  app.route({ method: ['GET'], url: '/user', handler: currentUser })
  app.route({ method: ['PUT'], url: '/user', handler: updateUser })
  app.route({ method: ['GET'], url: '/profiles/:username', handler: getProfile })
  app.route({ method: ['POST'], url: '/profiles/:username/follow', handler: followUser })
  app.route({ method: ['DELETE'], url: '/profiles/:username/follow', handler: unfollowUser })
}

function registerUser(request, reply) {
  reply.send({})
}

function loginUser(request, reply) {
  reply.send({})
}

function currentUser(request, reply) {
  reply.send({})
}

function updateUser(request, reply) {
  reply.send({})
}

function getProfile(request, reply) {
  reply.send({})
}

function followUser(request, reply) {
  reply.send({})
}

function unfollowUser(request, reply) {
  reply.send({})
}
