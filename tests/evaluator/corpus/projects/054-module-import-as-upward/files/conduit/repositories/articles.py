import conduit.services.events as events
from conduit.handlers import pages
from conduit.models.article import Article


def newest():
    events.announce("newest")
    return [vars(Article(f"article-{n}")) for n in range(pages.DEFAULT_LIMIT)]
