const { allTags } = require('../../repositories/tags');

exports.names = async () => (await allTags()).map((tag) => tag.name);
exports.isHidden = (name) => name.startsWith('_');
