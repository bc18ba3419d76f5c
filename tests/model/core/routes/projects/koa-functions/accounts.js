const handlers = require('./handlers');
function register(router) {
  router.post('/users', handlers.registerUser);
  router.post('/users/login', handlers.loginUser);
  router.get('/user', handlers.currentUser);
  router.put('/user', handlers.updateUser);
  router.get('/profiles/:username', handlers.getProfile);
  router.post('/profiles/:username/follow', handlers.followUser);
  router.delete('/profiles/:username/follow', handlers.unfollowUser);
}
module.exports = { register };
