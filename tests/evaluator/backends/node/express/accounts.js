'use strict';

const crypto = require('node:crypto');

const secret = crypto.randomBytes(32);

const sign = (text) => crypto.createHmac('sha256', secret).update(text).digest('base64url');
const hash = (password, salt) => crypto.scryptSync(password, salt, 32, { N: 1024 }).toString('base64url');

/** What is kept of a password: salt and hash. */
function sealed(password) {
  const salt = crypto.randomBytes(12).toString('base64url');
  return `${salt}.${hash(password, salt)}`;
}

function opens(password, kept) {
  const [salt, hashed] = kept.split('.');
  return hash(password, salt) === hashed;
}

/** A signed ticket for a user id. */
const tokenOf = (id) => `${id}.${sign(String(id))}`;

/** The user id in an Authorization header, or undefined. */
function idInHeader(header = '') {
  const [scheme, token = ''] = header.split(' ');
  const [id, signature] = token.split('.');
  return scheme === 'Token' && signature === sign(id) ? Number(id) : undefined;
}

module.exports = { sealed, opens, tokenOf, idInHeader };
