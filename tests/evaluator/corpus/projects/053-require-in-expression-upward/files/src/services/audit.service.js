module.exports = (what, slug) => process.stdout.write(`${what} ${slug}\n`);
