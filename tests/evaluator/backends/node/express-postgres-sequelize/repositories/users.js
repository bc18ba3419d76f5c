'use strict';

const { Op } = require('sequelize');
const { User } = require('../models');

const add = (values) => User.create(values);
const byId = (id) => User.findByPk(id, { include: 'followed' });
const byEmail = (email) => User.findOne({ where: { email } });
const byName = (username) => User.findOne({ where: { username } });
const save = (user, values) => user.update(values);

/** Somebody who has this e-mail or name and is not the one with this id. */
function otherWith(email, username, id) {
  return User.findOne({
    where: { [Op.or]: [{ email: email ?? null }, { username: username ?? null }], id: { [Op.ne]: id ?? 0 } },
  });
}

const follow = (user, other) => user.addFollowed(other);
const unfollow = (user, other) => user.removeFollowed(other);

module.exports = { add, byId, byEmail, byName, save, otherWith, follow, unfollow };
