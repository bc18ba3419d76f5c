"""Application factory: the only place that knows every layer."""
from flask import Flask, jsonify

from app.database import init_schema
from app.errors import ApiError
from app.routes.articles import articles_bp


def create_app():
    app = Flask(__name__)
    init_schema()
    app.register_blueprint(articles_bp, url_prefix="/api")

    @app.errorhandler(ApiError)
    def on_api_error(error):
        return jsonify({"errors": {"body": [error.message]}}), error.status

    @app.get("/api/health-check")
    def health():
        return jsonify({"status": "ok"})

    return app
