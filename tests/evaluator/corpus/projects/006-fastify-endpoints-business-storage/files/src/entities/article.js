export function makeArticle(slug, title, body) {
  return { slug, title, body, tagList: [], favoritesCount: 0, createdAt: new Date().toISOString() };
}
