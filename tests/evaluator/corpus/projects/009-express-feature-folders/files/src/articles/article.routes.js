const { Router } = require('express');
const service = require('./article.service');

const router = Router();
router.get('/articles/:slug', (req, res) => res.json({ article: service.read(req.params.slug) }));
module.exports = router;
