class Article {
  constructor(slug, title) {
    this.slug = slug;
    this.title = title;
  }
}
module.exports = { Article };
