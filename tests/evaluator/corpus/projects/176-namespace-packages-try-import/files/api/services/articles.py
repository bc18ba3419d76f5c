from api.repositories.articles import rows

FEATURED = "dragons"


def newest():
    return [article.slug for article in rows()]
