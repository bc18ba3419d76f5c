node -r dotenv/config src/index.js
