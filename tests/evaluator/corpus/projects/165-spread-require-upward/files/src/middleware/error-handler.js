module.exports = function errorHandler(err, req, res, next) {
  console.error('[conduit]', err.message);
  if (res.headersSent) return next(err);
  return res.status(err.status || 500).json({ errors: { body: [err.message] } });
};
