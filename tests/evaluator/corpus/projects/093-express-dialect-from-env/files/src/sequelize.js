const { Sequelize } = require('sequelize');
const { dialect, host } = require('./config');

module.exports = new Sequelize('conduit', 'user', 'password', { dialect, host, port: 5432 });
