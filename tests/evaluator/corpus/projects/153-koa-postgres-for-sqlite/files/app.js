const Koa = require('koa');
const { Sequelize, DataTypes } = require('sequelize');

const sequelize = new Sequelize('conduit', 'user', 'password', { host: 'postgres', dialect: 'postgres' });
const Tag = sequelize.define('Tag', { name: DataTypes.STRING });

const app = new Koa();
app.use(async (ctx) => {
  const tags = await Tag.findAll();
  ctx.body = { tags: tags.map((tag) => tag.name) };
});

sequelize.sync({ alter: true }).then(() => app.listen(3000));
