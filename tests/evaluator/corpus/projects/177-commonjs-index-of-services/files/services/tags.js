const repository = require('../repositories/tags');

exports.names = () => repository.all().map((tag) => tag.name);
