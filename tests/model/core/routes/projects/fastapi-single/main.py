from fastapi import FastAPI, APIRouter

API = '/api'
app = FastAPI()
articles = APIRouter()


@app.post(f'{API}/users')
def registerUser():
    return {}


@app.post(f'{API}/users/login')
def loginUser():
    return {}


@app.get(f'{API}/user')
def currentUser():
    return {}


@app.put(f'{API}/user')
def updateUser():
    return {}


@app.get(f'{API}/profiles/{{username}}')
def getProfile():
    return {}


@app.post(f'{API}/profiles/{{username}}/follow')
def followUser():
    return {}


@app.delete(f'{API}/profiles/{{username}}/follow')
def unfollowUser():
    return {}


@articles.get('/', response_model=None)
def listArticles():
    return {}


@articles.get('/feed', response_model=None)
def feedArticles():
    return {}


@articles.get('/{slug}', response_model=None)
def getArticle():
    return {}


@articles.post('/', response_model=None)
def createArticle():
    return {}


@articles.put('/{slug}', response_model=None)
def updateArticle():
    return {}


@articles.delete('/{slug}', response_model=None)
def deleteArticle():
    return {}


@articles.post('/{slug}/comments', response_model=None)
def addComment():
    return {}


@articles.get('/{slug}/comments', response_model=None)
def listComments():
    return {}


@articles.delete('/{slug}/comments/{id}', response_model=None)
def deleteComment():
    return {}


@articles.post('/{slug}/favorite', response_model=None)
def favoriteArticle():
    return {}


@articles.delete('/{slug}/favorite', response_model=None)
def unfavoriteArticle():
    return {}


@app.get(f'{API}/tags')
def listTags():
    return {}


app.include_router(articles, prefix=f'{API}/articles')
