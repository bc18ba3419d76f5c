from django.urls import path

from blog.views import articles, tags

urlpatterns = [path("api/articles", articles), path("api/tags", tags)]
