from flask import Flask, jsonify

from storage import articles, open_pool


def create_app():
    open_pool()
    app = Flask(__name__)

    @app.get("/api/articles")
    def index():
        rows = articles()
        return jsonify(articles=rows, articlesCount=len(rows))

    return app
