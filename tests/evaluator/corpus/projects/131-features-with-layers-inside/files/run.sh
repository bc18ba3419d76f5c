node src/main.js
