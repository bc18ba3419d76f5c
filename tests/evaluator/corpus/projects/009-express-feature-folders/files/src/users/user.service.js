const { User } = require('./user.model');

exports.login = ({ email }) => {
  if (!email) throw new Error('email is required');
  return new User(email);
};
