const repository = require('../repositories/tags');

/** @typedef {{ limit: number }} Options */
exports.names = () => repository.all({ limit: 20 }).map((tag) => tag.name);
