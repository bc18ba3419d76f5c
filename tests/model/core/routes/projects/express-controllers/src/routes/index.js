const { Router } = require('express');
const router = Router();
router.use('/users', require('./users'));
router.use('/user', require('./user'));
router.use('/profiles', require('./profiles'));
router.use('/articles', require('./articles'));
router.use('/tags', require('./tags'));
module.exports = router;
