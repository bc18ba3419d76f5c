node src/app.js
