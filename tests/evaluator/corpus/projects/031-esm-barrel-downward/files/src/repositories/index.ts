export * from './tag.repository.js';
