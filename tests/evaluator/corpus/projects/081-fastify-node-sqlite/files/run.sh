node --experimental-sqlite src/main.mjs
