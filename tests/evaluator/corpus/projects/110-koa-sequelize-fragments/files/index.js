import Koa from 'koa';
import { DataTypes, Sequelize } from 'sequelize';

const sequelize = new Sequelize('conduit', 'user', 'password', { host: 'postgres', dialect: 'postgres' });
const Article = sequelize.define('article', {
  id: { type: DataTypes.UUID, primaryKey: true, defaultValue: sequelize.literal('gen_random_uuid()') },
  title: DataTypes.TEXT,
});

const app = new Koa();
app.use(async (ctx) => {
  const articles = await Article.findAll({
    attributes: ['title', [sequelize.literal('(SELECT COUNT(*) FROM favourites f WHERE f."articleId" = article.id)'), 'favoritesCount']],
    order: [[sequelize.fn('lower', sequelize.col('title')), 'ASC']],
  });
  ctx.body = { articles, articlesCount: articles.length };
});

await sequelize.authenticate();
await sequelize.query('CREATE EXTENSION IF NOT EXISTS pgcrypto');
await sequelize.sync();
app.listen(3000);
