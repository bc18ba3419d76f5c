from routes import Mapper

links = Mapper()
links.connect("article", "/articles/{slug}")


class ArticleRepository:
    def link(self, slug):
        return links.generate(controller="article", slug=slug)
