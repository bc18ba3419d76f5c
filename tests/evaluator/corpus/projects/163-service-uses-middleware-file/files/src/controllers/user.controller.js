const userService = require('../services/user.service');

exports.register = (req, res) => res.status(201).json({ user: userService.register(req.body.user) });
exports.current = (req, res) => res.json({ user: userService.byId(req.userId) });
