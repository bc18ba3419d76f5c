export { TagService } from './tag.service.js';
export * from './ranking.js';
