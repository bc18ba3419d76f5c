import { createApp } from './app.js';
import { ArticleController } from './controllers/ArticleController.js';
import UserController from './controllers/UserController.js';

const app = createApp({
  articleController: new ArticleController(),
  userController: new UserController(),
});
app.listen(3000);
