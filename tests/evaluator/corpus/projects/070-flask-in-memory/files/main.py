import itertools
import sqlite3  # will move to a file later

from flask import Flask, jsonify, request

DATABASE = "sqlite:///conduit.db"
app = Flask(__name__)
articles = {}
ids = itertools.count(1)


@app.post("/api/articles")
def create():
    data = request.get_json()["article"]
    article = {"id": next(ids), "slug": data["title"].lower().replace(" ", "-"), **data}
    articles[article["slug"]] = article
    return jsonify(article=article), 201


@app.get("/api/articles/<slug>")
def show(slug):
    return jsonify(article=articles[slug]) if slug in articles else ({"errors": {"body": ["not found"]}}, 404)


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8080)
