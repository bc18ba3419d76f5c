const { Router } = require('express');
const userController = require('../controllers/user.controller');
const { requireAuth } = require('../middlewares/auth');

const router = Router();
router.post('/users', userController.register);
router.get('/user', requireAuth, userController.current);
module.exports = router;
