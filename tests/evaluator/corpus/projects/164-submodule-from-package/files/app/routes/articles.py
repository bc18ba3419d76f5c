from flask import Blueprint, jsonify, request

from app.services.article_service import ArticleService

articles_bp = Blueprint("articles", __name__)
service = ArticleService()


@articles_bp.get("/articles/<slug>")
def get_article(slug):
    return jsonify({"article": service.find(slug).to_dict()})


@articles_bp.post("/articles")
def create_article():
    payload = (request.get_json(silent=True) or {}).get("article", {})
    article = service.create(payload.get("title"), payload.get("body"))
    return jsonify({"article": article.to_dict()}), 201
