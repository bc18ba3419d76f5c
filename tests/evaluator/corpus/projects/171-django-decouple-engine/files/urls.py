from django.urls import path

from tags.views import index

urlpatterns = [path("api/tags", index)]
