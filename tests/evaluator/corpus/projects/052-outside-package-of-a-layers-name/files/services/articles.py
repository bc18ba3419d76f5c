from repositories.articles import ArticleRepository


class ArticleService:
    def __init__(self):
        self.articles = ArticleRepository()

    def show(self, slug):
        return {"slug": slug, "link": self.articles.link(slug)}
