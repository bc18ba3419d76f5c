import logging

from app.errors import ApiError
from app.repositories.article_repository import ArticleRepository

logger = logging.getLogger(__name__)


class ArticleService:
    def __init__(self, repository=None):
        self.repository = repository or ArticleRepository()

    def find(self, slug):
        article = self.repository.by_slug(slug)
        if article is None:
            raise ApiError("article not found", 404)
        return article

    def create(self, title, body):
        if not title or not body:
            raise ApiError("title and body can't be blank")
        slug = title.strip().lower().replace(" ", "-")
        logger.info("publishing %s", slug)
        return self.repository.add(slug, title, body)
