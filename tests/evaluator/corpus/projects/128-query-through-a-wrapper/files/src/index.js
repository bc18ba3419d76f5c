const Koa = require('koa');
const database = require('./database');

const app = new Koa();
app.use(async (ctx) => {
  const tags = ctx.path.endsWith('/popular') ? await database.popular() : await database.tags();
  ctx.body = { tags: tags.map((tag) => tag.name) };
});
database.sequelize.sync().then(() => app.listen(3000));
