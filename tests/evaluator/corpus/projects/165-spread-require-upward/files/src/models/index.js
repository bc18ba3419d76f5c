const { Comment } = require('./comment');

const kinds = ['comment', 'article'];

module.exports = {
  Comment,
  kinds,
  ...require('../services/formats'),
};
