from django.urls import path

from people.views import profile

urlpatterns = [path("api/profiles/<str:username>", profile)]
