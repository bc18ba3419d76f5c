const { Sequelize, DataTypes } = require('sequelize');

const sequelize = new Sequelize('postgres://user:password@postgres:5432/conduit');
exports.sequelize = sequelize;
exports.Article = sequelize.define('articles', { title: DataTypes.TEXT });
