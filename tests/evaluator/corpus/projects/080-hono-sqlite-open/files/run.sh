npx tsx server.ts
