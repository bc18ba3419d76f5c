'use strict';

const Refusal = require('../refusal');
const users = require('../services/users');

async function findViewer(req, res, next) {
  const [scheme, token] = (req.get('authorization') ?? '').split(' ');
  req.viewer = scheme === 'Token' && token ? await users.authenticate(token) : null;
  next();
}

function signedIn(req, res, next) {
  if (!req.viewer) throw new Refusal(401, 'a valid token is needed');
  next();
}

function reportRefusal(error, req, res, next) {
  res.status(error.status ?? 500).json({ errors: { body: [error.message] } });
}

module.exports = { findViewer, signedIn, reportRefusal };
