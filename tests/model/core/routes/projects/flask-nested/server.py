from flask import Flask, Blueprint
from flask.views import MethodView

app = Flask(__name__)
api = Blueprint('api', __name__, url_prefix='/api')
articles = Blueprint('articles', __name__, url_prefix='/articles')


class ArticleView(MethodView):
    init_every_request = False

    def get(self, slug):  # getArticle
        return {}

    def put(self, slug):  # updateArticle
        return {}

    def delete(self, slug):  # deleteArticle
        return {}


articles.add_url_rule('/<string:slug>', view_func=ArticleView.as_view('article'))


@articles.get('')
def listArticles(slug=None, id=None):
    return {}


@articles.get('/feed')
def feedArticles(slug=None, id=None):
    return {}


@articles.post('')
def createArticle(slug=None, id=None):
    return {}


@articles.post('/<slug>/comments')
def addComment(slug=None, id=None):
    return {}


@articles.get('/<slug>/comments')
def listComments(slug=None, id=None):
    return {}


@articles.delete('/<slug>/comments/<id>')
def deleteComment(slug=None, id=None):
    return {}


@articles.post('/<slug>/favorite')
def favoriteArticle(slug=None, id=None):
    return {}


@articles.delete('/<slug>/favorite')
def unfavoriteArticle(slug=None, id=None):
    return {}


def registerUser(username=None):
    return {}


api.add_url_rule('/users', 'registerUser', registerUser, methods=('POST',))


def loginUser(username=None):
    return {}


api.add_url_rule('/users/login', 'loginUser', loginUser, methods=('POST',))


def currentUser(username=None):
    return {}


api.add_url_rule('/user', 'currentUser', currentUser, methods=('GET',))


def updateUser(username=None):
    return {}


api.add_url_rule('/user', 'updateUser', updateUser, methods=('PUT',))


def getProfile(username=None):
    return {}


api.add_url_rule('/profiles/<username>', 'getProfile', getProfile, methods=('GET',))


def followUser(username=None):
    return {}


api.add_url_rule('/profiles/<username>/follow', 'followUser', followUser, methods=('POST',))


def unfollowUser(username=None):
    return {}


api.add_url_rule('/profiles/<username>/follow', 'unfollowUser', unfollowUser, methods=('DELETE',))


def listTags(username=None):
    return {}


api.add_url_rule('/tags', 'listTags', listTags, methods=('GET',))


api.register_blueprint(articles)
app.register_blueprint(api)
