node --import tsx src/index.ts
