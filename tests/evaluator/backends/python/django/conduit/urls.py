"""Addresses and what answers them."""

from django.http import JsonResponse
from django.urls import include, path

from conduit import articles, users
from conduit.web import endpoint

api = [
    path("health-check", endpoint(get=lambda request: JsonResponse({"status": "ok"}))),
    path("users", endpoint(post=users.register)),
    path("users/login", endpoint(post=users.login)),
    path("user", endpoint(get=users.current, put=users.update)),
    path("profiles/<str:username>", endpoint(get=users.profile)),
    path("profiles/<str:username>/follow", endpoint(post=users.follow, delete=users.unfollow)),
    path("articles", endpoint(get=articles.all_articles, post=articles.create)),
    path("articles/feed", endpoint(get=articles.feed)),
    path("articles/<str:slug>", endpoint(get=articles.one, put=articles.update, delete=articles.delete)),
    path("articles/<str:slug>/favorite", endpoint(post=articles.favorite, delete=articles.unfavorite)),
    path("articles/<str:slug>/comments", endpoint(get=articles.comments, post=articles.comment)),
    path("articles/<str:slug>/comments/<int:number>", endpoint(delete=articles.delete_comment)),
    path("tags", endpoint(get=articles.tags)),
]

urlpatterns = [path("api/", include(api))]
