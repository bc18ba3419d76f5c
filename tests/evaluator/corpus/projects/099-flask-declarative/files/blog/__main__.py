from flask import Flask, jsonify
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

from blog.tables import Article, Base

engine = create_engine("sqlite:///blog.db")
session = scoped_session(sessionmaker(bind=engine))
Base.metadata.create_all(bind=engine)
app = Flask(__name__)


@app.teardown_appcontext
def remove(_error=None):
    session.remove()


@app.get("/api/articles/<slug>")
def show(slug):
    article = session.query(Article).filter_by(slug=slug).one_or_none()
    if article is None:
        return jsonify(errors={"article": ["not found"]}), 404
    return jsonify(article={"slug": article.slug, "author": article.author.name})


app.run(host="0.0.0.0", port=8080)
