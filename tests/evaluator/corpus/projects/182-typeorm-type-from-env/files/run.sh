npx tsx src/index.ts
