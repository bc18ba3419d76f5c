from django.urls import path

from feed.views.feed import feed

urlpatterns = [path("api/articles/feed", feed)]
