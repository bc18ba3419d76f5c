bun run src/index.ts
