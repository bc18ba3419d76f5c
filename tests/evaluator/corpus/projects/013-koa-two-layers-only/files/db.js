// services and repositories were considered too heavy for this size
module.exports = require('better-sqlite3')('conduit.db');
