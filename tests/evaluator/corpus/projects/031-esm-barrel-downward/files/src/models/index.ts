export type { Tag } from './tag.js';
export { emptyTag } from './tag.js';
