const repository = require('../repositories/comment.repository');
const { Comment } = require('../models/comment');
const { LIMIT } = require('../routes/comments');

exports.list = (slug) =>
  repository
    .findBySlug(slug)
    .slice(0, LIMIT)
    .map((row) => new Comment(row));
