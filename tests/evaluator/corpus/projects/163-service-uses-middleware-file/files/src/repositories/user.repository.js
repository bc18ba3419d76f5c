const { User } = require('../models/user.model');

const rows = [];
exports.insert = (email) => {
  const user = new User(rows.length + 1, email);
  rows.push(user);
  return user;
};
exports.find = (id) => rows.find((user) => user.id === id);
