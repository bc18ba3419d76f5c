const repository = require('../repositories/comment.repository');
const { Comment } = require('../models/comment');

function list(slug) {
  return repository.findBySlug(slug).map((row) => new Comment(row));
}

function add(slug, payload) {
  const body = payload && payload.body;
  if (!body) {
    const error = new Error("body can't be blank");
    error.status = 422;
    throw error;
  }
  return new Comment(repository.insert(slug, body));
}

module.exports = { list, add };
