import express from 'express';
import createArticleRoutes from './routes/articleRoutes.js';
import { createUserRoutes } from './routes/userRoutes.js';

export function createApp({ articleController, userController }) {
  const app = express();
  app.use('/api', createUserRoutes(userController));
  app.use('/api/articles', createArticleRoutes(articleController));
  app.get('/api/tags', (req, res) => articleController.listTags(req, res)); // listTags
  return app;
}
