const userDal = require('../dal/user-dal');
const User = require('../entities/user');

module.exports = function registerUser({ username, email }) {
  if (!username) throw Object.assign(new Error('username is required'), { status: 422 });
  if (userDal.exists(email)) throw Object.assign(new Error('email is taken'), { status: 422 });
  return new User(userDal.insert({ username, email }));
};
