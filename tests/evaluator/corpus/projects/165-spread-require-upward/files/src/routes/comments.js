const { Router } = require('express');
const commentService = require('../services/comment.service');

const router = Router();

router.get('/articles/:slug/comments', (req, res, next) => {
  try {
    res.json({ comments: commentService.list(req.params.slug) });
  } catch (err) {
    next(err);
  }
});

router.post('/articles/:slug/comments', (req, res, next) => {
  try {
    res.json({ comment: commentService.add(req.params.slug, req.body.comment) });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
