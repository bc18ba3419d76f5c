from conduit.domain.entities.article import Article

_rows = []


def insert(title, body):
    article = Article(title, body)
    _rows.append(article)
    return article
