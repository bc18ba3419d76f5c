from flask import Flask, jsonify

from articles import Article, Session
from comments import comments_of

app = Flask(__name__)


@app.get("/api/articles/<slug>")
def show(slug):
    with Session() as session:
        article = session.get(Article, slug)
        return jsonify(article={"slug": article.slug, "comments": comments_of(slug)})


app.run(host="0.0.0.0", port=8080)
