const bySlug = new Map();

export const articles = {
  save(article) {
    bySlug.set(article.slug, article);
  },
  load(slug) {
    return bySlug.get(slug) ?? null;
  },
};
