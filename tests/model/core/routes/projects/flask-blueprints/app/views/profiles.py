"""Views; it's 'quoted' text."""
from flask import Blueprint, jsonify

from ..auth import login_required

bp = Blueprint('profiles', __name__, url_prefix='/ignored')


@bp.route('/<username>', methods=['GET'])
@login_required
def getProfile(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('/<username>/follow', methods=['POST'])
@login_required
def followUser(**kwargs):
    return jsonify(text=f"{kwargs['x']}")


@bp.route('/<username>/follow', methods=['DELETE'])
@login_required
def unfollowUser(**kwargs):
    return jsonify(text=f"{kwargs['x']}")
