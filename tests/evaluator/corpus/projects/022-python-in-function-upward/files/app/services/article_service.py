from app.errors import ApiError
from app.repositories.article_repository import ArticleRepository


class ArticleService:
    def __init__(self, repository=None):
        self.repository = repository or ArticleRepository()

    def find(self, slug):
        article = self.repository.by_slug(slug)
        if article is None:
            raise ApiError("article not found", 404)
        return article

    def create(self, title, body):
        # imported late: the blueprint imports this module
        from app.routes.articles import articles_bp

        if not title or not body:
            raise ApiError("title and body can't be blank")
        slug = f"{articles_bp.name}-{title.strip().lower().replace(' ', '-')}"
        return self.repository.add(slug, title, body)
