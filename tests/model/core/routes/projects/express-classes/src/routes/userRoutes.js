import { Router } from 'express';

export const createUserRoutes = (controller) => {
  const router = Router();
  router.post('/users', controller.registerUser);
  router.post('/users/login', controller.loginUser);
  router.get('/user', controller.currentUser);
  router.put('/user', controller.updateUser);
  router.get('/profiles/:username', controller.getProfile);
  router.post('/profiles/:username/follow', controller.followUser);
  router.delete('/profiles/:username/follow', controller.unfollowUser);
  return router;
};
