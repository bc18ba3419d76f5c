const { Sequelize, DataTypes } = require('sequelize');

const sequelize = new Sequelize('postgres://user:password@postgres:5432/conduit', { logging: false });

const Article = sequelize.define('Article', {
  slug: { type: DataTypes.STRING, unique: true },
  title: DataTypes.STRING,
  body: DataTypes.TEXT,
});

module.exports = { sequelize, Article };
