const tagRepository = require('../repositories/tags');

exports.summary = () => {
  const tags = tagRepository.all();
  return { tags: tags.length, longest: Math.max(0, ...tags.map((tag) => tag.length)) };
};
