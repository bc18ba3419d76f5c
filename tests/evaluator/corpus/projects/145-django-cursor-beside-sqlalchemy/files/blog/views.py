from django.db import connection
from django.http import JsonResponse

from blog.tables import Article, Session


def articles(request):
    with Session() as session:
        return JsonResponse({"articles": [article.slug for article in session.query(Article).all()]})


def tags(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tag FROM article_tags")
        return JsonResponse({"tags": [row[0] for row in cursor.fetchall()]})
