'use strict';

const { Router } = require('express');
const users = require('../services/users');
const { signedIn } = require('./access');

const router = Router();

router.post('/users', async (req, res) => {
  res.status(201).json({ user: await users.register(req.body?.user) });
});

router.post('/users/login', async (req, res) => {
  res.json({ user: await users.login(req.body?.user) });
});

router.get('/user', signedIn, (req, res) => res.json({ user: users.account(req.viewer) }));

router.put('/user', signedIn, async (req, res) => {
  res.json({ user: await users.change(req.viewer, req.body?.user) });
});

router.get('/profiles/:name', async (req, res) => {
  res.json({ profile: await users.profileNamed(req.params.name, req.viewer) });
});

router.post('/profiles/:name/follow', signedIn, async (req, res) => {
  res.json({ profile: await users.follow(req.params.name, req.viewer) });
});

router.delete('/profiles/:name/follow', signedIn, async (req, res) => {
  res.json({ profile: await users.unfollow(req.params.name, req.viewer) });
});

module.exports = router;
