const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL, { logging: false });
const Article = sequelize.define('Article', { slug: DataTypes.STRING, views: DataTypes.INTEGER });

module.exports = { sequelize, Article };
