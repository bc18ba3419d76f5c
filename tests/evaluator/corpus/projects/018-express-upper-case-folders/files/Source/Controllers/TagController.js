const TagService = require('../Services/TagService');

exports.index = (req, res) => {
  res.json({ tags: TagService.names() });
};
