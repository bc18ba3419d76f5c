'use strict';

const { createHmac, pbkdf2Sync, randomBytes, randomInt } = require('node:crypto');
const plugin = require('fastify-plugin');

const key = randomBytes(32);
const base64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signature = (text) => createHmac('sha256', key).update(text).digest('base64url');
const hash = (password, salt) => pbkdf2Sync(password, salt, 2000, 32, 'sha256').toString('hex');

/** The people of Conduit, and who of them a request comes from. */
class People {
  #all = [];

  add({ email, username, password }) {
    this.refuseTaken({ email, username });
    const user = { id: this.#all.length + 1, email, username, bio: '', image: '', follows: new Set() };
    this.setPassword(user, password);
    this.#all.push(user);
    return user;
  }

  find(field, value) {
    return this.#all.find((user) => user[field] === value);
  }

  refuseTaken(wanted, self) {
    for (const field of ['email', 'username']) {
      const holder = wanted[field] && this.find(field, wanted[field]);
      if (holder && holder !== self) throw refusal(422, `${field} has been taken`);
    }
  }

  setPassword(user, password) {
    user.salt = String(randomInt(2 ** 40));
    user.hash = hash(password, user.salt);
  }

  isPassword(user, password) {
    return user.hash === hash(password, user.salt);
  }

  /** A JSON web token. */
  tokenOf(user) {
    const text = `${base64({ alg: 'HS256', typ: 'JWT' })}.${base64({ sub: user.id })}`;
    return `${text}.${signature(text)}`;
  }

  ownerOf(authorization = '') {
    const [scheme, token = ''] = authorization.split(' ');
    const [head, claims, given] = token.split('.');
    if (scheme !== 'Token' || given !== signature(`${head}.${claims}`)) return null;
    return this.find('id', JSON.parse(Buffer.from(claims, 'base64url')).sub);
  }
}

function refusal(statusCode, message) {
  return Object.assign(new Error(message), { statusCode });
}

module.exports = plugin(async (app) => {
  const people = new People();
  app.decorate('people', people);
  app.decorate('refusal', refusal);
  app.decorateRequest('user', null);
  app.addHook('onRequest', async (request) => {
    request.user = people.ownerOf(request.headers.authorization);
  });
  app.decorate('signedIn', async (request) => {
    if (!request.user) throw refusal(401, 'sign in first');
  });
  app.decorate('profile', ({ username, bio, image, ...user }, viewer) => (
    { username, bio, image, following: [...viewer?.follows ?? []].some(({ id }) => id === user.id) }));
});
