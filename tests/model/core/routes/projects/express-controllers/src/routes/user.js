const express = require('express');
const wrap = require('../middleware/wrap');
const auth = require('../middleware/auth');
const controller = require('../controllers/user');

const router = express.Router();

router.get('/', auth.optional, wrap(controller.currentUser));
router.put('/', auth.optional, wrap(controller.updateUser));

module.exports = router;
