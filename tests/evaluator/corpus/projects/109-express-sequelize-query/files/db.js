const { Sequelize, DataTypes, QueryTypes } = require('sequelize');

const sequelize = new Sequelize({ dialect: 'sqlite', storage: 'conduit.db' });
const Article = sequelize.define('Article', { slug: DataTypes.STRING, authorId: DataTypes.INTEGER });

const FEED_SQL = 'SELECT slug FROM Articles WHERE authorId IN (SELECT followedId FROM Follows WHERE followerId = ?)';

const feed = (user) => sequelize.query(FEED_SQL, { replacements: [user], type: QueryTypes.SELECT });

async function purge(table) {
  await sequelize.query(`DELETE FROM ${table} WHERE slug IS NULL`);
}

module.exports = { sequelize, Article, feed, purge };
