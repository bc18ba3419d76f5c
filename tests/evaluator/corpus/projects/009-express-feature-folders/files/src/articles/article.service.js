const repository = require('./article.repository');

exports.read = (slug) => {
  const article = repository.find(slug);
  if (!article) throw new Error('no such article');
  return article;
};
