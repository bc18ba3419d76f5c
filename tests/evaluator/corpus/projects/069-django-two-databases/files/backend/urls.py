from django.urls import path

from articles.views import index
from people.views import profile

urlpatterns = [path("api/articles", index), path("api/profiles/<str:name>", profile)]
