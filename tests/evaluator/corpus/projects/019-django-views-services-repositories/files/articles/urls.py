from django.urls import path

from articles.views.article_views import article_detail, health

urlpatterns = [path("health-check", health), path("articles/<slug:slug>", article_detail)]
