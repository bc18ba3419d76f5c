module.exports = {
  tagService: require('./tags'),
  nameService: require('./names'),
};
