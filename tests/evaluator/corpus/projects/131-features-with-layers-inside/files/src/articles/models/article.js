export class Article {
  constructor(slug, author) {
    this.slug = slug;
    this.author = author;
  }
}
