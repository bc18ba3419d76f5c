npx tsx src/main.ts
