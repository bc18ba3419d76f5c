const users = require('../repositories/user.repository');
const { sign } = require('../middlewares/auth');

exports.register = ({ email }) => {
  const user = users.insert(email);
  return { ...user, token: sign(user.id) };
};
exports.byId = (id) => users.find(id);
