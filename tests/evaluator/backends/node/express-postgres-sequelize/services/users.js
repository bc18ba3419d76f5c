'use strict';

const crypto = require('node:crypto');
const Refusal = require('../refusal');
const users = require('../repositories/users');
const { required, given } = require('./fields');
const tokens = require('./tokens');

const hash = (password, salt) => `${salt}$${crypto.scryptSync(password, salt, 32, { N: 1024 }).toString('hex')}`;
const seal = (password) => hash(password, crypto.randomBytes(12).toString('hex'));
const isPassword = (user, password) => hash(password, user.password.split('$')[0]) === user.password;

const account = ({ id, email, username, bio, image }) => ({ email, token: tokens.issue(id), username, bio, image });

/** A user as others see them. */
const profile = ({ id, username, bio, image }, viewer) => ({
  username, bio, image, following: viewer?.followed.some((user) => user.id === id) ?? false,
});

async function refuseTaken({ email, username }, id) {
  const other = await users.otherWith(email, username, id);
  if (other) throw new Refusal(422, `${other.email === email ? 'email' : 'username'} has already been taken`);
}

async function named(username) {
  const user = await users.byName(username);
  if (!user) throw new Refusal(404, 'profile not found');
  return user;
}

/** Whose token it is, or null. */
async function authenticate(token) {
  const id = tokens.read(token);
  return id === null ? null : users.byId(id);
}

async function register(wishes) {
  const values = { email: required(wishes, 'email'), username: required(wishes, 'username') };
  const password = seal(required(wishes, 'password'));
  await refuseTaken(values);
  return account(await users.add({ ...values, password }));
}

async function login(wishes) {
  const password = required(wishes, 'password');
  const user = await users.byEmail(required(wishes, 'email'));
  if (!user || !isPassword(user, password)) throw new Refusal(401, 'email or password is wrong');
  return account(user);
}

async function change(user, wishes) {
  const values = given(wishes, 'email', 'username', 'password');
  await refuseTaken(values, user.id);
  if (values.password) values.password = seal(values.password);
  if (wishes?.bio !== undefined) values.bio = wishes.bio ?? '';
  if (wishes?.image !== undefined) values.image = wishes.image ?? '';
  return account(await users.save(user, values));
}

const profileNamed = async (username, viewer) => profile(await named(username), viewer);

async function follow(username, viewer) {
  const user = await named(username);
  await users.follow(viewer, user);
  return { ...profile(user, viewer), following: true };
}

async function unfollow(username, viewer) {
  const user = await named(username);
  await users.unfollow(viewer, user);
  return { ...profile(user, viewer), following: false };
}

module.exports = { account, profile, authenticate, register, login, change, profileNamed, follow, unfollow };
