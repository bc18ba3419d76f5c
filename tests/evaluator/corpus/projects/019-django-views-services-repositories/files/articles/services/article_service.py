from articles.repositories.article_repository import ArticleRepository


class ArticleService:
    repository = ArticleRepository()

    def read(self, slug):
        article = self.repository.by_slug(slug)
        return None if article is None else {"slug": article.slug, "title": article.title}
