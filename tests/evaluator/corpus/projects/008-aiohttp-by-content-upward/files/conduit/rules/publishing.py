from conduit.shapes.article import Article


def slug_of(title):
    words = title.lower().split()
    if len(words) > 12:
        raise ValueError("title is too long")
    return "-".join(words)


def publish(draft):
    from conduit.ledger.articles import insert

    article = Article(title=draft["title"], body=draft["body"])
    return insert(article)
