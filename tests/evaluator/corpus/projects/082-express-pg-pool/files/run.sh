PGPASSWORD=password node src/index.js
