from django.urls import path

from people.handlers.profiles import show

urlpatterns = [path("api/profiles/<str:username>", show)]
