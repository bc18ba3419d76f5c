from django.urls import path, include
from api import views as v

article_patterns = [
    path('', v.ArticlesView.as_view()),
    path('feed', v.ArticlesFeedView.as_view()),
    path('<slug>', v.ArticlesSlugView.as_view()),
    path('<slug>/comments', v.ArticlesSlugCommentsView.as_view()),
    path('<slug>/comments/<id>', v.ArticlesSlugCommentsIdView.as_view()),
    path('<slug>/favorite', v.ArticlesSlugFavoriteView.as_view()),
]

urlpatterns = [
    path('api/', include([
        path('users', v.UsersView.as_view()),
        path('users/login', v.UsersLoginView.as_view()),
        path('user', v.UserView.as_view()),
        path('profiles/<str:username>', v.ProfilesUsernameView.as_view()),
        path('profiles/<str:username>/follow', v.ProfilesUsernameFollowView.as_view()),
        path('tags', v.TagsView.as_view()),
        path('articles/', include(article_patterns)),
    ])),
]
