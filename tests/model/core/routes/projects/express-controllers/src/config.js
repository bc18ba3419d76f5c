const BASE = '/api';
module.exports = { API_PREFIX: process.env.API_PREFIX || BASE };
