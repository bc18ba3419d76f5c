exports.now = () => new Date().toISOString();
