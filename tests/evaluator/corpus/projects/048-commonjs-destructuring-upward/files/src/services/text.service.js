module.exports = { clean: (text) => text.trim() };
