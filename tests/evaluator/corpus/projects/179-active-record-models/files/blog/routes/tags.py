from flask import Blueprint, jsonify

from blog.services.tags import names

bp = Blueprint("tags", __name__, url_prefix="/api")


@bp.get("/tags")
def index():
    return jsonify(tags=names())
