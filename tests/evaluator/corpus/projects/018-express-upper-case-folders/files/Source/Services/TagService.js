const TagRepository = require('../Repositories/TagRepository');

exports.names = () => TagRepository.all().map((tag) => tag.name).sort();
