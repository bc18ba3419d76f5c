export class Article {
  constructor(slug, title) {
    this.slug = slug;
    this.title = title;
  }

  view() {
    return { slug: this.slug, title: this.title };
  }
}
