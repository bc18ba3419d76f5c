import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import { sequelize } from './config/database.js';
import { users } from './routes/users.js';

const app = new Koa();
app.use(bodyParser());
app.use(users.routes());
await sequelize.sync();
app.listen(3000);
