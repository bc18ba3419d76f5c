const { Router } = require('express');
const service = require('./user.service');

const router = Router();
router.post('/users/login', (req, res) => res.json({ user: service.login(req.body.user) }));
module.exports = router;
