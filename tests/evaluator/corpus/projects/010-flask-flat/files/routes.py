from flask import Blueprint, jsonify

import services

bp = Blueprint("api", __name__)


@bp.route("/tags")
def tags():
    return jsonify(tags=services.list_tags())


@bp.route("/health-check")
def health():
    return jsonify(ok=True)
