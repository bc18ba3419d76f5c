npm run serve
