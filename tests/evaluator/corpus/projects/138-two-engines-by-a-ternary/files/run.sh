npx tsx src/server.ts
