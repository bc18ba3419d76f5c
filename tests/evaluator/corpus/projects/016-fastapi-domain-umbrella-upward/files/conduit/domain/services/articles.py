from conduit.domain.repositories import article_store


def publish(draft):
    return article_store.insert(draft["title"], draft["body"])
