from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from articles.views import ArticleList, ArticleDetail, CommentViewSet, feedArticles
from articles import views

urlpatterns = [
    path('', ArticleList.as_view()),
    path('/feed', csrf_exempt(feedArticles)),
    re_path(r'^/(?P<slug>[-\w]+)/?$', ArticleDetail.as_view()),
]
urlpatterns += [
    path('/<slug:slug>/comments', CommentViewSet.as_view({'get': 'listComments', 'post': 'addComment'})),
    path('/<slug:slug>/comments/<int:id>', CommentViewSet.as_view({'delete': 'deleteComment'})),
    path('/<slug:slug>/favorite', views.FavoriteView.as_view()),
]
