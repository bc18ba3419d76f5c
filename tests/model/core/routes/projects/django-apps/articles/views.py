from rest_framework import generics, viewsets
from django.views import View


class ArticleList(generics.ListCreateAPIView):
    def list(self, request):  # listArticles
        return None

    def create(self, request):  # createArticle
        return None


def feedArticles(request):
    return None


class Base(View):
    def put(self, request, slug):  # updateArticle
        return None


class ArticleDetail(Base):
    def get(self, request, slug):  # getArticle
        return None

    def delete(self, request, slug):  # deleteArticle
        return None


class CommentViewSet(viewsets.ViewSet):
    def listComments(self, request, slug):
        return None

    def addComment(self, request, slug):
        return None

    def deleteComment(self, request, slug, id):
        return None


class FavoriteView(View):
    def post(self, request, slug):  # favoriteArticle
        return None

    def delete(self, request, slug):  # unfavoriteArticle
        return None
