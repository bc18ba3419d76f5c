import { Hono } from 'hono';
import { serve } from '@hono/node-server';
import users from './routes/users';
import user from './routes/user';
import profiles from './routes/profiles';
import articles from './routes/articles';
import tags from './routes/tags';

type Env = { Variables: { user: string } };
const app = new Hono<Env>().basePath('/api');
app.route('/users', users);
app.route('/user', user);
app.route('/profiles', profiles);
app.route('/articles', articles);
app.route('/tags', tags);
serve({ fetch: app.fetch, port: 3000 });
