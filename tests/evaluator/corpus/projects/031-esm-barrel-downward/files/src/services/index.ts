export { TagService } from './tag.service.js';
