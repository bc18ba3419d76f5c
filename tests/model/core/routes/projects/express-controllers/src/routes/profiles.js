const express = require('express');
const wrap = require('../middleware/wrap');
const auth = require('../middleware/auth');
const controller = require('../controllers/profiles');

const router = express.Router();

router.get('/:username', auth.optional, wrap(controller.getProfile));
router.post('/:username/follow', auth.optional, wrap(controller.followUser));
router.delete('/:username/follow', auth.optional, wrap(controller.unfollowUser));

module.exports = router;
