const jwt = require('jsonwebtoken');

const SECRET = process.env.JWT_SECRET || 'secret';
const sign = (id) => jwt.sign({ id }, SECRET);

function requireAuth(req, res, next) {
  try {
    req.userId = jwt.verify((req.headers.authorization || '').replace('Token ', ''), SECRET).id;
    next();
  } catch {
    res.status(401).json({ errors: { token: ['is invalid'] } });
  }
}

module.exports = { requireAuth, sign };
