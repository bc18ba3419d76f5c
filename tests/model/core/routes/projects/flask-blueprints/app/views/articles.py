"""Views; it's 'quoted' text."""
from flask import Blueprint, jsonify

from ..auth import login_required

bp = Blueprint('articles', __name__, url_prefix='/ignored')


@bp.route('', methods=['GET'])
@login_required
def listArticles(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('/feed', methods=['GET'])
@login_required
def feedArticles(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('/<slug>', methods=['GET'])
@login_required
def getArticle(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('', methods=['POST'])
@login_required
def createArticle(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('/<slug>', methods=['PUT'])
@login_required
def updateArticle(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('/<slug>', methods=['DELETE'])
@login_required
def deleteArticle(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('/<slug>/comments', methods=['POST'])
@login_required
def addComment(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('/<slug>/comments', methods=['GET'])
@login_required
def listComments(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('/<slug>/comments/<id>', methods=['DELETE'])
@login_required
def deleteComment(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('/<slug>/favorite', methods=['POST'])
@login_required
def favoriteArticle(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('/<slug>/favorite', methods=['DELETE'])
@login_required
def unfavoriteArticle(**kwargs):
    return jsonify(text=f"{kwargs['x']}")
