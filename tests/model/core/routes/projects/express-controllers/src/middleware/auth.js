exports.required = (req, res, next) => next();
exports.optional = function (req, res, next) { next(); };
