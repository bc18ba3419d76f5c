// to be swapped some day for `new Pool({ host: 'postgres' })`
const byEmail = new Map();

exports.addUser = (user) => byEmail.set(user.email, user);
exports.users = () => [...byEmail.values()];
