from django.http import JsonResponse

from articles.tables import Article, Session


def index(request):
    with Session() as session:
        slugs = [article.slug for article in session.query(Article)]
    return JsonResponse({"articles": slugs, "articlesCount": len(slugs)})
