from feed.models.article import Article
from feed.views.feed import PAGE_SIZE

_articles = [Article("How to train your dragon")]


def articles_after(offset):
    return _articles[offset : offset + PAGE_SIZE]
