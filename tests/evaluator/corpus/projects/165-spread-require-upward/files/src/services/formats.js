exports.short = (text) => text.slice(0, 80);
