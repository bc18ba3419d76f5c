from conduit.core.article_repository import ArticleRepository


class ArticleService:
    def __init__(self):
        self.articles = ArticleRepository()

    def find(self, slug):
        return self.articles.by_slug(slug.lower())
