exports.clean = (name) => name.trim().toLowerCase();
