const express = require('express');
const wrap = require('../middleware/wrap');
const auth = require('../middleware/auth');
const controller = require('../controllers/users');

const router = express.Router();

router.post('/', auth.optional, wrap(controller.registerUser));
router.post('/login', auth.optional, wrap(controller.loginUser));

module.exports = router;
