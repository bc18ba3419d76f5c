'use strict';

const { sequelize } = require('../models');

/** Makes the tables that are missing. */
const prepare = () => sequelize.sync();

module.exports = { prepare };
