const { DataTypes } = require('sequelize');
const sequelize = require('./sequelize');

module.exports = sequelize.define('User', { email: { type: DataTypes.STRING, unique: true }, username: DataTypes.STRING });
