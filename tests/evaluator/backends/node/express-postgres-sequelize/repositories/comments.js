'use strict';

const { Comment } = require('../models');

const of = (article) => Comment.findAll({ where: { articleId: article.id }, include: 'author', order: ['id'] });
const find = (article, id) => Comment.findOne({ where: { articleId: article.id, id } });
const remove = (comment) => comment.destroy();

async function add(article, author, body) {
  const comment = await Comment.create({ articleId: article.id, authorId: author.id, body });
  return comment.reload({ include: 'author' });
}

module.exports = { of, find, add, remove };
