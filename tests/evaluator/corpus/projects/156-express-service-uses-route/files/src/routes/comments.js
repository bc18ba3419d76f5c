const { Router } = require('express');

exports.LIMIT = 50;
const commentService = require('../services/comment.service');

exports.router = Router();
exports.router.get('/articles/:slug/comments', (req, res) => res.json({ comments: commentService.list(req.params.slug) }));
