const { Article } = require('./article.model');

const rows = new Map([['hello', new Article('hello', 'Hello')]]);
exports.find = (slug) => rows.get(slug);
