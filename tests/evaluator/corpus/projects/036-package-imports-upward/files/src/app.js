import Koa from 'koa';
import { articles } from './routes/articles.js';

const app = new Koa();
app.use(articles.routes());
app.listen(3000);
