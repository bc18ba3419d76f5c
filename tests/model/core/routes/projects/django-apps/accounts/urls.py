from django.urls import path

from . import views

urlpatterns = [
    path('users', views.registerUser),
    path('users/login', views.loginUser, name='login'),
    path('user', views.UserView.as_view()),
    path('profiles/<str:username>', views.getProfile),
    path('profiles/<str:username>/follow', views.FollowView.as_view()),
    path('tags', views.listTags),
]
