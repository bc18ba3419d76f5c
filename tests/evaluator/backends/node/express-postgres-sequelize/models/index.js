'use strict';

const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize('conduit', 'user', 'password', {
  host: 'postgres', port: 5432, dialect: 'postgres', logging: false,
});

// A description each: Sequelize writes into them.
const text = (more) => ({ type: DataTypes.TEXT, allowNull: false, ...more });

const User = sequelize.define('user', {
  email: text({ unique: true }),
  username: text({ unique: true }),
  password: text(),
  bio: text({ defaultValue: '' }),
  image: text({ defaultValue: '' }),
});
const Article = sequelize.define('article', {
  slug: text({ unique: true }),
  title: text(),
  description: text(),
  body: text(),
  tagList: { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false },
});
const Comment = sequelize.define('comment', { body: text() });

User.belongsToMany(User, { as: 'followed', through: 'follows', foreignKey: 'followerId', otherKey: 'followedId' });
User.belongsToMany(Article, { as: 'favored', through: 'favorites', foreignKey: 'userId', otherKey: 'articleId' });
Article.belongsToMany(User, { as: 'fans', through: 'favorites', foreignKey: 'articleId', otherKey: 'userId' });
Article.belongsTo(User, { as: 'author' });
Comment.belongsTo(User, { as: 'author' });
Comment.belongsTo(Article, { onDelete: 'CASCADE' });

module.exports = { sequelize, User, Article, Comment };
