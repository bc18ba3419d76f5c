const express = require('express');
const wrap = require('../middleware/wrap');
const auth = require('../middleware/auth');
const controller = require('../controllers/tags');

const router = express.Router();

router.get('/', auth.optional, wrap(controller.listTags));

module.exports = router;
