from articles.models import Article


class ArticleRepository:
    def by_slug(self, slug):
        return Article.objects.filter(slug=slug).first()
