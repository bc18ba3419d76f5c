import '../services/registry.js';

export class Article {
  constructor(slug, draft = false) {
    if (!globalThis.conduitKinds.has('article')) throw new TypeError('articles are not registered');
    this.slug = slug;
    this.draft = draft;
  }
}
