from feed.repositories.article_repository import articles_after


def first_page(offset):
    return [article.title for article in articles_after(int(offset))]
